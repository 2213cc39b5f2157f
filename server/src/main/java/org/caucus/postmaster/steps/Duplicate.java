package org.caucus.postmaster.steps;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.caucus.command.Ref;
import org.caucus.entries.Entry;
import org.caucus.entries.Letter;
import org.caucus.entries.Via;
import org.caucus.letters.Hold;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;
import org.caucus.postmaster.arrival.Words;
import org.caucus.updates.Update;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Ends a letter that is at this place already, posted or held. Another letter under the same
 * Message-ID is another letter and goes on: an identifier must not keep words out.
 */
record Duplicate() implements Step {
  /** Updates keep no Message-ID: the same words of the same company are one within this time. */
  static final Duration SAME_UPDATE = Duration.ofHours(24);

  private static final Set<Hold.State> STILL_HERE =
      Set.of(Hold.State.HELD, Hold.State.REFUSED, Hold.State.DISCARDED);

  @Override
  public Next take(Arrival arrival) {
    String id = arrival.incoming().letter().messageId().orElse(null);
    boolean known = id != null && (posted(arrival, id) || held(arrival, id) || update(arrival));
    return known ? Step.drop(Words.DUPLICATE) : Step.on(arrival);
  }

  private static boolean posted(Arrival arrival, String id) {
    Workspace w = arrival.workspace();
    if (w.entries().byMessageId(id).isEmpty()) {
      return false;
    }
    return w.entries().byId().values().stream()
        .anyMatch(e -> same(arrival, id, e.letter(), e.text()) && at(w, e, arrival));
  }

  private static boolean at(Workspace w, Entry entry, Arrival arrival) {
    Ref to = arrival.to().thing();
    Ref parent = entry.parent();
    return switch (to.kind()) {
      case LIST ->
          parent.kind() == Ref.Kind.THREAD
              && w.lists().thread(parent.id()).stream().anyMatch(t -> t.list().equals(to.id()));
      case TRACKER ->
          parent.kind() == Ref.Kind.ISSUE
              && w.issues().find(parent.id()).stream().anyMatch(i -> i.tracker().equals(to.id()));
      // an answer address leads to one thing; the same words under the same id are there already
      default -> true;
    };
  }

  private static boolean held(Arrival arrival, String id) {
    return arrival.workspace().letters().holds().values().stream()
        // what was taken back, or waited in vain, can be sent again
        .filter(h -> STILL_HERE.contains(h.state()))
        .anyMatch(
            h ->
                h.address().equalsIgnoreCase(arrival.to().address())
                    && same(arrival, id, h.letter(), h.text()));
  }

  private static boolean update(Arrival arrival) {
    if (arrival.to().thing().kind() != Ref.Kind.ORGANISATION) {
      return false;
    }
    Workspace w = arrival.workspace();
    List<Update> updates = List.copyOf(w.updates().byId().values());
    Instant newest = updates.stream().map(Update::at).max(Instant::compareTo).orElse(Instant.MIN);
    return updates.stream()
        .filter(u -> u.via() == Via.MAIL && u.company().equals(arrival.to().thing().id()))
        .filter(u -> Duration.between(u.at(), newest).compareTo(SAME_UPDATE) < 0)
        .anyMatch(
            u ->
                u.title().equals(arrival.incoming().letter().subject().strip())
                    && u.body().equals(TextLimit.cut(arrival.text())));
  }

  private static boolean same(Arrival arrival, String id, @Nullable Letter letter, String text) {
    return letter != null
        && id.equals(letter.messageId())
        && saysSame(text, TextLimit.cut(arrival.text()))
        && letter.attachments().equals(arrival.incoming().kept().attachments());
  }

  /** Lines at its head that asked for something do not stand in what it became. */
  private static boolean saysSame(String posted, String text) {
    return text.equals(posted)
        || (text.endsWith(posted) && isHead(text.substring(0, text.length() - posted.length())));
  }

  private static boolean isHead(String lines) {
    return lines.lines().allMatch(line -> line.isBlank() || line.indexOf(':') > 0);
  }
}
