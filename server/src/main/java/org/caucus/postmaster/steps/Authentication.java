package org.caucus.postmaster.steps;

import java.util.Objects;
import org.caucus.letters.Hold;
import org.caucus.letters.MessageTarget;
import org.caucus.letters.ModerationSettings;
import org.caucus.postmaster.arrival.PipelineContext;
import org.caucus.postmaster.arrival.PipelineStep;
import org.caucus.postmaster.arrival.RefusalMessages;
import org.caucus.postmaster.arrival.SenderTrust;
import org.caucus.workspace.Workspace;

/** Asks the sender whether they wrote it, where nothing else proves it. */
record Authentication(SenderTrust trust) implements PipelineStep {
  @Override
  public Next take(PipelineContext arrival) {
    if (arrival.seat() == null) {
      return PipelineStep.on(arrival); // with a convenor already, who judges it by its words
    }
    ModerationSettings.Proof asked = asked(arrival);
    boolean proven = trust.proves(arrival.incoming(), arrival.to().address(), asked);
    String why =
        asked == ModerationSettings.Proof.ASK
            ? RefusalMessages.ASKS_EVERYONE
            : RefusalMessages.UNPROVEN;
    if (proven) {
      return PipelineStep.on(arrival);
    }
    PipelineContext asking = arrival.asking(Hold.Awaits.SENDER, why);
    String found = RefusalMessages.of(arrival.incoming().origin());
    return PipelineStep.on(
        found.isEmpty() || asked == ModerationSettings.Proof.ASK
            ? asking
            : asking.asking(Hold.Awaits.SENDER, found));
  }

  /** What the list it goes to asks for; elsewhere the usual. */
  private static ModerationSettings.Proof asked(PipelineContext arrival) {
    MessageTarget intent = Objects.requireNonNull(arrival.intent(), "aimed");
    Workspace w = arrival.workspace();
    return ModerationSettings.listOf(w.lists(), intent)
        .map(list -> w.letters().moderation().rule(list).proof())
        .orElse(ModerationSettings.Proof.SIGNATURE_OR_HOST);
  }
}
