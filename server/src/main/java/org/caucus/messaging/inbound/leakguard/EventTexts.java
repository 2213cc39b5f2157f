package org.caucus.messaging.inbound.leakguard;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.caucus.coalition.actions.ActionDetails;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.fields.IssueFields;
import org.caucus.coalition.trackers.fields.IssuePatch;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.coalition.updates.UpdateReferences;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * The words of one event, titles and notes too.
 *
 * @param thing whose readers read them
 */
record EventTexts(Ref thing, List<StoredText> words) {
  private static final StoredText NOTHING = StoredText.of("");

  /** Null if people say nothing by it. */
  static @Nullable EventTexts in(Event event) {
    return switch (event) {
      case EntryEvent e -> new EventTexts(Ref.to(Ref.Kind.ENTRY, e.id()), entry(e));
      case ListEvent e -> list(e);
      case IssueEvent e -> issue(e);
      case UpdateEvent e -> update(e);
      case ActionEvent e -> of(Ref.Kind.ACTION, e.of(), action(e));
      default -> null;
    };
  }

  private static EventTexts of(Ref.Kind kind, String id, @Nullable StoredText... words) {
    return new EventTexts(
        Ref.to(kind, id),
        Arrays.stream(words)
            .filter(Objects::nonNull)
            .filter(text -> !text.equals(NOTHING))
            .toList());
  }

  private static @Nullable StoredText brief(@Nullable String words) {
    return StoredText.ofNullable(words);
  }

  /** Words put together here: those of all events are held at once when a workspace is read. */
  private static StoredText made(String words) {
    StoredText text = StoredText.of(words);
    long unused = text.spill();
    return text;
  }

  private static List<StoredText> entry(EntryEvent event) {
    return event instanceof EntryEvent.EntryPosted posted
        ? Stream.concat(Stream.of(posted.words()), FileTextExtractor.names(posted)).toList()
        : List.of(event.words());
  }

  private static @Nullable EventTexts list(ListEvent event) {
    return switch (event) {
      case ListEvent.ListOpened e ->
          of(Ref.Kind.LIST, e.slug(), brief(e.name()), brief(e.description()));
      case ListEvent.ThreadStarted e -> of(Ref.Kind.THREAD, e.id(), brief(e.subject()));
      case ListEvent.ThreadImported e -> of(Ref.Kind.THREAD, e.id(), brief(e.subject()));
      default -> null;
    };
  }

  private static @Nullable EventTexts issue(IssueEvent event) {
    return switch (event) {
      case IssueEvent.IssueOpened e ->
          of(
              Ref.Kind.ISSUE,
              e.id(),
              brief(e.title()),
              e.storedDescription(),
              brief(e.provision()),
              words(IssueFields.USUAL, e.facets()));
      case IssueEvent.IssueEdited e ->
          of(
              Ref.Kind.ISSUE,
              e.id(),
              brief(e.title()),
              e.storedDescription(),
              brief(e.provision()),
              words(e.more()));
      case IssueEvent.TrackerOpened e -> of(Ref.Kind.TRACKER, e.key(), brief(e.name()));
      default -> null;
    };
  }

  private static StoredText words(IssueFields usual, @Nullable IssueFields facets) {
    return made(Objects.requireNonNullElse(facets, usual).words());
  }

  private static StoredText words(@Nullable IssuePatch change) {
    return made(IssueFields.USUAL.with(change).words());
  }

  private static @Nullable EventTexts update(UpdateEvent event) {
    return switch (event) {
      case UpdateEvent.UpdatePosted e ->
          of(Ref.Kind.UPDATE, e.id(), brief(e.title()), e.storedBody(), provision(e.particulars()));
      case UpdateEvent.UpdateCorrected e ->
          of(
              Ref.Kind.UPDATE,
              e.id(),
              brief(e.title()),
              e.storedBody(),
              e.storedNote(),
              provision(e.particulars()));
      case UpdateEvent.StageReached e -> of(Ref.Kind.UPDATE, e.id(), e.storedNote());
      case UpdateEvent.UpdateRetracted e -> of(Ref.Kind.UPDATE, e.id(), e.storedReason());
      default -> null;
    };
  }

  private static @Nullable StoredText provision(@Nullable UpdateReferences particulars) {
    return particulars == null ? null : brief(particulars.provision());
  }

  private static @Nullable StoredText[] action(ActionEvent event) {
    return switch (event) {
      case ActionEvent.ActionPlanned e ->
          texts(brief(e.title()), e.storedDescription(), e.storedPlace());
      case ActionEvent.ActionEdited e ->
          texts(brief(e.title()), e.storedDescription(), e.storedPlace(), e.storedOutcome());
      case ActionEvent.ActionDetailed e -> details(e.details());
      case ActionEvent.ReplyRecorded e -> texts(e.reply().storedText());
      case ActionEvent.MinutesWritten e -> texts(e.storedText());
      case ActionEvent.Committed e -> texts(e.storedNote());
      case ActionEvent.Answered e -> texts(e.storedNote());
      default -> texts();
    };
  }

  private static @Nullable StoredText[] texts(@Nullable StoredText... texts) {
    return texts;
  }

  private static StoredText[] details(ActionDetails details) {
    return Stream.concat(
            Stream.of(details.storedAgenda(), details.storedChannel(), details.storedReceipt()),
            details.replies().stream().map(ActionDetails.Reply::storedText))
        .toArray(StoredText[]::new);
  }
}
