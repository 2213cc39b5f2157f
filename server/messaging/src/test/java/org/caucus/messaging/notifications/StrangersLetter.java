package org.caucus.messaging.notifications;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.kernel.Message;

/** A letter to the coalition's list of somebody without a seat: it waits for a convenor. */
final class StrangersLetter {
  private StrangersLetter() {}

  /**
   * It comes.
   *
   * @param letter as it was received
   */
  static void comes(PostOffice office, String letter) {
    byte[] raw = letter.getBytes(StandardCharsets.UTF_8);
    String blob = office.blobs.put(office.workspace, raw).await().value();
    office.submit(
        null,
        new LetterCommand.HoldLetter(
            new NewThread("coalition"),
            "code-coalition@lists.example",
            "uche@stranger.example",
            null,
            Hold.Awaits.CONVENOR,
            "Hello",
            "May I join?",
            new EntryLetter(blob, null, null, false, List.of()),
            List.of(Message.of("reasons.stranger"))));
  }
}
