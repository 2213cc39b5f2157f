package org.caucus.postmaster.brake;

import java.util.EnumSet;
import java.util.Set;
import org.caucus.command.Ref;
import org.caucus.hints.OwnWords;
import org.caucus.issues.asked.Asks;
import org.caucus.letters.Intent;
import org.caucus.postmaster.arrival.Arrival;
import org.caucus.postmaster.arrival.Step;

/**
 * Refuses an answer to an issue, an update or an action that has no words of its author and no
 * files, and changes nothing: it was sent by mistake, would open what is done again, and be mailed
 * to all who follow it.
 */
public record Wordless() implements Step {
  /** Refused. */
  public static final String WORDLESS =
      "There are no words of yours in it, only what is quoted or a signature, so nothing was posted"
          + " or changed. If you meant to say something, answer once more.";

  /** Refused. */
  public static final String SO_ALREADY =
      "The issue is in that state already, and there are no words of yours in it, so nothing was"
          + " posted or changed.";

  private static final Set<Ref.Kind> TOLD =
      EnumSet.of(Ref.Kind.ISSUE, Ref.Kind.UPDATE, Ref.Kind.ACTION);

  @Override
  public Next take(Arrival arrival) {
    return arrival.intent() instanceof Intent.Answer answer
            && TOLD.contains(answer.parent().kind())
            && answer.change() == null
            && answer.course() == null
            && isSilent(arrival)
        ? silent(arrival, answer)
        : Step.on(arrival);
  }

  private static boolean isSilent(Arrival arrival) {
    return OwnWords.lines(arrival.text()).isEmpty()
        && arrival.incoming().kept().attachments().isEmpty();
  }

  private static Next silent(Arrival arrival, Intent.Answer answer) {
    Asks asks = answer.asks();
    if (asks == null || asks.isOnly(null)) {
      return Step.refuse(WORDLESS);
    }
    boolean already =
        arrival.workspace().issues().find(answer.parent().id()).stream()
            .anyMatch(issue -> asks.isOnly(issue.state()));
    return already ? Step.refuse(SO_ALREADY) : Step.on(arrival);
  }
}
