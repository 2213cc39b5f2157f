package org.caucus.messaging.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.mail.NewIssue;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.Test;

/** What somebody without a seat wrote is told as theirs, though a convenor let it in. */
class StrangersWordsTest extends AtPostOffice {
  private static final String SENDER = "Uche <uche@stranger.example>";
  private static final byte[] RAW =
      "From: Uche <uche@stranger.example>\r\nSubject: Hello\r\n\r\nWe saw it, too.\r\n"
          .getBytes(UTF_8);

  private void letIn(MessageTarget intent) {
    String blob = office.blobs.put(office.workspace, RAW).await().value();
    EntryLetter letter = new EntryLetter(blob, null, null, false, List.of());
    office.submit(
        null,
        new LetterCommand.HoldLetter(
            intent,
            "cop@lists.example",
            SENDER,
            null,
            Hold.Awaits.CONVENOR,
            "Hello",
            "We saw it, too.",
            letter,
            List.of(Message.of("reasons.stranger"))));
    String hold = office.state().letters().holds().keySet().iterator().next();
    office.submit("ada", new LetterCommand.ApproveHold(hold));
    office.delivered();
  }

  private String issue() {
    Audience all = Audience.everyone();
    office.submit("ada", new IssueCommand.OpenTracker("COP", "Provisions", "cop", all, all));
    return office.submit(
        "ben", new IssueCommand.OpenIssue("COP", "Notices", "", "", List.of(), null, null, null));
  }

  @Test
  void aCommentIsItsAuthorsAndSaysWhoLetItIn() {
    String id = issue();

    letIn(new LetterReply(Ref.to(Ref.Kind.ISSUE, id), null, null));

    RawLetter told = office.letterOf("ben", "Re: [COP-1] Notices");
    assertThat(ParsedLetter.of(told).text())
        .contains("Uche (approved by Ada Obi) wrote:")
        .contains("We saw it, too.");
    assertThat(told.value("From"))
        .hasValueSatisfying(from -> assertThat(from).startsWith("Uche via"));
  }

  @Test
  void anIssueIsItsAuthorsToo() {
    issue();

    letIn(new NewIssue("COP"));

    RawLetter told = office.letterOf("ben", "[COP-2] Hello");
    assertThat(ParsedLetter.of(told).text()).contains("Uche (approved by Ada Obi) opened COP-2.");
    assertThat(told.value("From"))
        .hasValueSatisfying(from -> assertThat(from).startsWith("Uche via"));
  }
}
