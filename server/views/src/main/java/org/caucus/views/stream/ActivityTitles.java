package org.caucus.views.stream;

import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.updates.Update;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.workspace.EventDescription;
import org.caucus.workspace.Workspace;

/** What things are called in the activity view. */
public final class ActivityTitles {
  /** Characters of an entry shown as its excerpt. */
  private static final int EXCERPT_CHARS = 160;

  private ActivityTitles() {}

  /** A thing's title; the caller has checked that it may be read. */
  public static String of(Workspace now, Ref ref) {
    return ref.kind() == Ref.Kind.INVITATION
        ? invited(now, ref.id())
        : now.item(ref).map(Item::title).orElse("");
  }

  /** An update is nowhere named without its terms; empty for all else. */
  public static Optional<Update.Attribution> terms(Workspace now, Ref ref) {
    return switch (ref.kind()) {
      case UPDATE -> now.updates().find(ref.id()).map(Update::attribution);
      case ENTRY -> now.entries().find(ref.id()).flatMap(e -> terms(now, e.parent()));
      default -> Optional.empty();
    };
  }

  /**
   * Whether it may be named where nobody sees its terms: what was said under none, and on record.
   */
  public static boolean isOnRecord(Workspace now, Ref ref) {
    return terms(now, ref).filter(terms -> terms != Update.Attribution.ON_RECORD).isEmpty();
  }

  /**
   * To which address an invitation went. Once it is taken up or taken back only the log knows: it
   * is asked from its end, for who looks at the activity looks at what is new.
   */
  private static String invited(Workspace now, String id) {
    for (int i = now.history().size() - 1; i >= 0; i--) {
      for (Event event : now.history().get(i).events()) {
        if (event instanceof MemberEvent.Invited invited && invited.id().equals(id)) {
          return invited.address();
        }
      }
    }
    return "";
  }

  /**
   * The first words of what was said: the first entry, or update, of one commit among those its
   * reader may know of.
   */
  static Optional<String> excerpt(Workspace now, List<EventDescription> visible) {
    return visible.stream()
        .flatMap(h -> now.item(h.ref()).flatMap(Item::text).stream())
        .findFirst()
        .map(ActivityTitles::cut);
  }

  /** Between whole characters, never in the middle of a pair of surrogates. */
  private static String cut(String said) {
    String text = said.strip();
    if (text.length() <= EXCERPT_CHARS) {
      return text;
    }
    boolean pair = Character.isHighSurrogate(text.charAt(EXCERPT_CHARS - 1));
    return text.substring(0, pair ? EXCERPT_CHARS - 1 : EXCERPT_CHARS) + "…";
  }
}
