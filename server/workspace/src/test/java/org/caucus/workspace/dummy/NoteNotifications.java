package org.caucus.workspace.dummy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.capability.NoticeContent;
import org.caucus.coalition.capability.NoticeContext;
import org.caucus.coalition.capability.NotificationFacet;
import org.caucus.coalition.capability.Notified;
import org.caucus.kernel.CommitEvents;
import org.caucus.kernel.Ref;
import org.caucus.platform.i18n.MessageCatalogue;

/** Everyone is told of a note, and the seat of what is passed on to it. */
final class NoteNotifications implements NotificationFacet<Members.Held, NoteEvent> {
  static final MessageCatalogue PHRASES = MessageCatalogue.of("notes");

  @Override
  public Optional<Notified> notified(Members.Held now, NoteEvent event, CommitEvents commit) {
    Ref note = NoteCapability.ref(event.id());
    return switch (event) {
      case NoteEvent.NoteWritten _ -> Optional.of(Notified.readers(note));
      case NoteEvent.NotePassedOn e ->
          Optional.ofNullable(e.to()).map(to -> Notified.only(note, Set.of(to)));
    };
  }

  @Override
  public Optional<NoticeContent> notice(Members.Held now, NoteEvent event, NoticeContext context) {
    boolean opens = event instanceof NoteEvent.NoteWritten;
    String first =
        PHRASES.say(
            context.language(), opens ? "written" : "passed-on", Map.of("who", context.who()));
    return NoteCapability.note(now, event.id())
        .map(
            note ->
                new NoticeContent(
                    NoteCapability.ref(note.id()),
                    note.text(),
                    opens,
                    "notes/" + note.id(),
                    Audience.everyone(),
                    first + "\n\n" + note.text()));
  }

  @Override
  public Set<Ref.Kind> followed() {
    return NoteCapability.KINDS;
  }
}
