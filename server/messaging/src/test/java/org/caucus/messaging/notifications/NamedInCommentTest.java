package org.caucus.messaging.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.Ref;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom a comment by mail names has it from its author, and no address of theirs to answer at. */
class NamedInCommentTest {
  @TempDir Path directory;

  @Test
  void thePersonWhoHearsOfTheThingGetsTheNoticeWithTheirOwnAddressOfAnswers() {
    try (PostOffice office = new PostOffice(directory).founded()) {
      office.submit(
          "ada",
          new IssueCommand.OpenTracker(
              "COP", "Provisions", "code-cop", Audience.everyone(), Audience.everyone()));
      String issue =
          office.submit(
              "ben",
              new IssueCommand.OpenIssue("COP", "Memo", "x", "", List.of(), null, null, null));
      Ref thing = Ref.to(Ref.Kind.ISSUE, issue);
      long opened = office.state().sequence();
      String hers = office.replies.address("code", PostOffice.DOMAIN, opened, office.seat("ada"));
      byte[] raw =
          ("From: ada@home.example\r\nTo: " + hers + "\r\nCc: Ben <ben@home.example>\r\n\r\nDone.")
              .getBytes(StandardCharsets.UTF_8);
      String blob = office.blobs.put(office.workspace, raw).await().value();
      EntryLetter letter = new EntryLetter(blob, null, null, false, List.of());
      office.submit(
          "ada",
          new LetterCommand.PostLetter(new LetterReply(thing, null), "Re: Memo", "Done.", letter));
      office.delivered();

      RawLetter notice = office.letterOf("ben", "Re: [COP-1] Memo");
      long said = office.state().sequence();
      assertThat(notice.value("Reply-To"))
          .contains(office.replies.address("code", PostOffice.DOMAIN, said, office.seat("ben")))
          .isNotEqualTo(java.util.Optional.of(hers));
    }
  }
}
