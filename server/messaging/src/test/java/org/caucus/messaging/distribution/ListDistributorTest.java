package org.caucus.messaging.distribution;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.Ref;
import org.caucus.mail.message.Attachment;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.notifications.AtPostOffice;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.caucus.platform.jobs.attempts.Attempts;
import org.junit.jupiter.api.Test;

/** A post reaches everyone who may read it, as it was written, and nobody else. */
class ListDistributorTest extends AtPostOffice {
  private static final String MEMO = "Memo to the agency";

  private static byte[] signedLetter() {
    String letter =
        """
        Return-Path: <ben@home.example>
        From: Ben Eze <ben@home.example>
        To: code-caucus@lists.example
        Bcc: secret@home.example
        List-Unsubscribe: <https://other.example/u>
        DKIM-Signature: v=1; a=rsa-sha256;
        \td=home.example; b=abc
        Subject: Memo to
         the agency
        Message-ID: <memo-1@home.example>
        Content-Type: multipart/signed; boundary=x

        --x
        Content-Type: text/plain

        .Removal within 24 hours é \s
        ..
        --x

        signature
        --x--
        """;
    return letter.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private String postLetter(String person, String list, byte[] raw, String messageId) {
    String blob = office.blobs.put(office.workspace, raw).await().value();
    EntryLetter letter = new EntryLetter(blob, messageId, null, false, List.of());
    return office.submit(
        person, new LetterCommand.PostLetter(new NewThread(list), MEMO, "text", letter));
  }

  @Test
  void relaysALetterByteForByteToItsSideOnly() {
    postLetter("ben", "caucus", signedLetter(), "memo-1@home.example");
    office.delivered();

    RawLetter got = office.letterOf("ada", MEMO);
    assertThat(got.body()).isEqualTo(RawLetter.of(signedLetter()).body());
    assertThat(got.values("List-Id")).containsExactly("<caucus.code.lists.example>");
    assertThat(got.value("X-Audience")).contains("CIVIL_SOCIETY; readers=2");
    assertThat(got.value("Message-ID")).contains("<memo-1@home.example>");
    assertThat(got.value("DKIM-Signature")).isPresent();
    assertThat(got.value("Bcc")).isEmpty();
    assertThat(got.value("Reply-To")).contains("code-caucus@lists.example");
    assertThat(got.values("List-Unsubscribe")).hasSize(1);
    assertThat(got.value("List-Unsubscribe").orElseThrow())
        .contains("https://caucus.example/w/code/unsubscribe/");
    assertThat(office.lettersOf("lin")).noneMatch(l -> l.value("List-Id").isPresent());
    assertThat(office.lettersOf("ben")).noneMatch(l -> l.value("List-Id").isPresent());
    assertThat(office.smarthost.list().getFirst().sender().orElseThrow().localPart())
        .startsWith("code+b.");
  }

  /** It is not read again by itself: its words go, and where it is. */
  @Test
  void aLetterAtWhichAServerEndedGoesAsItsWords() {
    String large = "Content-Type: text/plain\r\n\r\n" + "memo\r\n".repeat(20_000);
    byte[] raw = ("From: ben@home.example\r\nSubject: Memo\r\n" + large).getBytes(US_ASCII);
    String blob = office.blobs.put(office.workspace, raw).await().value();
    assertThat(
            new Attempts(
                    office.caucus.mongo(),
                    office.caucus.vault(),
                    Node.alone(office.caucus.mongo()),
                    InstantSource.system())
                .begin("copy." + blob))
        .isPresent();
    EntryLetter letter = new EntryLetter(blob, "memo-9@home.example", null, false, List.of());
    office.submit(
        "ben",
        new LetterCommand.PostLetter(
            new NewThread("caucus"), MEMO, "The words of the memo.", letter));
    office.delivered();

    RawLetter got = office.letterOf("ada", MEMO);
    assertThat(new String(got.body(), US_ASCII))
        .contains(
            "The words of the memo.", "The server stopped while reading this message", "/threads/")
        .doesNotContain("memo\r\nmemo");
    assertThat(got.value("Message-ID")).contains("<memo-9@home.example>");
    assertThat(office.lettersOf("lin")).noneMatch(l -> l.value("List-Id").isPresent());
  }

  @Test
  void oneLetterOnTwoListsComesOnceToWhoReadsBoth() {
    String blob = office.blobs.put(office.workspace, signedLetter()).await().value();
    EntryLetter letter = new EntryLetter(blob, "both@home.example", null, false, List.of());
    for (String list : List.of("caucus", "coalition")) {
      office.submit("ben", new LetterCommand.PostLetter(new NewThread(list), MEMO, "text", letter));
    }
    office.delivered();

    assertThat(office.lettersOf("ada")).filteredOn(l -> l.value("List-Id").isPresent()).hasSize(1);
    assertThat(office.lettersOf("lin")).filteredOn(l -> l.value("List-Id").isPresent()).hasSize(1);
  }

  @Test
  void aListThatOneDoesNotReadMakesOneLetterNoTwo() {
    office.submit(
        "ada",
        new ListCommand.OpenList("review", "Review", "", "code-review", Audience.everyone()));
    String blob = office.blobs.put(office.workspace, signedLetter()).await().value();
    EntryLetter letter = new EntryLetter(blob, "three@home.example", null, false, List.of());
    for (String list : List.of("caucus", "coalition", "review")) {
      office.submit("ben", new LetterCommand.PostLetter(new NewThread(list), MEMO, "text", letter));
    }
    office.delivered();

    assertThat(office.lettersOf("ada")).filteredOn(l -> l.value("List-Id").isPresent()).hasSize(1);
    assertThat(office.lettersOf("lin")).filteredOn(l -> l.value("List-Id").isPresent()).hasSize(1);
  }

  @Test
  void aPostFromTheBrowserThreadsByMail() {
    String thread =
        office.submit(
            "ada", new ListCommand.StartThread("coalition", MEMO, Post.web("Draft", null, null)));
    String first = office.state().entries().under(ref(thread)).getFirst().id();
    office.submit("lin", new ListCommand.AnswerThread(thread, Post.web("We agree", first, null)));
    office.delivered();

    RawLetter draft = office.letterOf("lin", MEMO);
    RawLetter answer = office.letterOf("ada", "Re: " + MEMO);
    assertThat(draft.value("Message-ID")).contains("<" + first + "@lists.example>");
    assertThat(answer.value("In-Reply-To")).isEqualTo(draft.value("Message-ID"));
    assertThat(answer.value("References")).isEqualTo(draft.value("Message-ID"));
    assertThat(answer.value("From").orElseThrow())
        .contains("Lin Okoro via The coalition")
        .contains("<code-coalition@lists.example>");
    assertThat(answer.value("Reply-To")).contains("code-coalition@lists.example");
    assertThat(office.letterOf("ben", "Re: " + MEMO).value("X-Audience"))
        .contains("EVERYONE; readers=3");
  }

  private Entry.Attached attached(String name, byte[] bytes, long size) {
    return attached(name, "application/pdf", bytes, size);
  }

  private Entry.Attached attached(String name, String type, byte[] bytes, long size) {
    String blob = office.blobs.put(office.workspace, bytes).await().value();
    return new Entry.Attached(blob, name, type, size);
  }

  @Test
  void aPictureOutOfWhichThePlaceCannotBeTakenIsNamedOnly() {
    for (String broken : List.of("\377\330\377\341\0\20Exif GPS 9.07", "II*\0 GPS 9.07")) {
      byte[] bytes = broken.getBytes(StandardCharsets.ISO_8859_1);
      Post post =
          Post.web("See", null, null)
              .with(List.of(attached("march.jpg", "image/jpeg", bytes, bytes.length)));
      String subject = "March " + bytes.length;
      office.submit("ada", new ListCommand.StartThread("coalition", subject, post));
      office.delivered();

      ParsedLetter got = ParsedLetter.of(office.letterOf("lin", subject).toBytes());
      assertThat(got.attachments()).isEmpty();
      assertThat(got.text()).contains("On the page: https://", "* march.jpg");
    }
  }

  @Test
  void aDocumentOutOfWhichItsAuthorCannotBeTakenIsNamedOnly() {
    byte[] bytes = "PK\3\4 cut short".getBytes(StandardCharsets.ISO_8859_1);
    Post post =
        Post.web("See", null, null)
            .with(List.of(attached("memo.docx", "application/zip", bytes, bytes.length)));
    office.submit("ada", new ListCommand.StartThread("coalition", "Broken memo", post));
    office.delivered();

    ParsedLetter got = ParsedLetter.of(office.letterOf("lin", "Broken memo").toBytes());
    assertThat(got.attachments()).isEmpty();
    assertThat(got.text()).contains("On the page: https://", "* memo.docx");
  }

  @Test
  void filesOfAPostFromTheBrowserGoAlong() {
    byte[] bytes = {'%', 'P', 'D', 'F', 0, '\r', '\n', '.', '\r', '\n', -1};
    Post post = Post.web("Draft", null, null).with(List.of(attached("ètò.pdf", bytes, 11)));
    office.submit("ada", new ListCommand.StartThread("caucus", MEMO, post));
    office.delivered();

    byte[] got = office.letterOf("ben", MEMO).toBytes();
    Attachment file = ParsedLetter.of(got).attachments().getFirst();
    assertThat(file.fileName()).isEqualTo("ètò.pdf");
    assertThat(file.contentIn(got)).isEqualTo(bytes);
    assertThat(office.lettersOf("lin")).noneMatch(l -> l.value("List-Id").isPresent());
  }

  @Test
  void filesTooLargeForMailAreNamedWithTheirPage() {
    Post post =
        Post.web("Draft", null, null)
            .with(List.of(attached("film.pdf", new byte[] {1}, PostComposer.MAX_ENCLOSED + 1)));
    office.submit("ada", new ListCommand.StartThread("coalition", MEMO, post));
    office.delivered();

    ParsedLetter got = ParsedLetter.of(office.letterOf("lin", MEMO).toBytes());
    assertThat(got.attachments()).isEmpty();
    assertThat(got.text())
        .contains("On the page: https://caucus.example/w/code/threads/")
        .contains("* film.pdf (5.2 MB)");
  }

  @Test
  void aNarrowerAnswerKeepsItsAudienceAndItsSecret() {
    String thread =
        office.submit(
            "ada", new ListCommand.StartThread("coalition", MEMO, Post.web("Draft", null, null)));
    String first = office.state().entries().under(ref(thread)).getFirst().id();
    office.submit(
        "ada",
        new ListCommand.AnswerThread(thread, Post.web("Among us", first, Audience.civilSociety())));
    String secret = office.state().entries().under(ref(thread)).getLast().id();
    long narrow = office.state().sequence();
    answerOpenlyNaming(thread, first, secret);
    office.delivered();

    RawLetter among = office.letterOf("ben", "Re: " + MEMO);
    String replyTo = among.value("Reply-To").orElseThrow();
    assertThat(replyTo)
        .isEqualTo(office.replies.address("code", "lists.example", narrow, office.seat("ben")));
    assertAnswers(replyTo, ref(thread), secret, "ben");
    assertThat(office.lettersOf("lin"))
        .noneMatch(l -> new String(l.toBytes(), StandardCharsets.UTF_8).contains(secret));
    RawLetter seen = office.letterOf("lin", "Re: Memo");
    assertThat(seen.value("References")).contains("<" + first + "@lists.example>");
    assertThat(seen.value("In-Reply-To")).isEmpty();
    assertThat(seen.value("Message-ID").orElseThrow()).endsWith("@lists.example>");
    assertThat(office.letterOf("ada", "Re: Memo").value("In-Reply-To"))
        .contains("<" + secret + "@lists.example>");
  }

  private void assertAnswers(String replyTo, Ref parent, String entry, String person) {
    String ticket = replyTo.substring("code+r.".length(), replyTo.indexOf('@'));
    assertThat(office.replies.open(ticket, office.state()))
        .hasValueSatisfying(
            a -> {
              assertThat(a.entry()).isEqualTo(entry);
              assertThat(a.parent()).isEqualTo(parent);
              assertThat(a.seat()).isEqualTo(office.seat(person));
            });
  }

  /** Ben answers for all, but his mail program names the narrow entry too. */
  private void answerOpenlyNaming(String thread, String first, String secret) {
    byte[] raw =
        ("From: Ben <ben@home.example>\r\nSubject: Re: Memo\r\nReferences: <"
                + first
                + "@lists.example>\r\n <"
                + secret
                + "@lists.example>\r\nIn-Reply-To: <"
                + secret
                + "@lists.example>\r\n\r\nSeen\r\n")
            .getBytes(StandardCharsets.UTF_8);
    String blob = office.blobs.put(office.workspace, raw).await().value();
    office.submit(
        "ben",
        new ListCommand.AnswerThread(
            thread,
            new Post("Seen", first, null, new EntryLetter(blob, null, null, false, List.of()))));
  }

  @Test
  void aLetterTellsNobodyWhoElseGotItOrReadsIt() {
    byte[] raw =
        """
        Envelope-To: secret@home.example
        Disposition-Notification-To: ben@home.example
        Return-Receipt-To: ben@home.example
        Approved: the moderators' password
        X-Approve: the moderators' password
        X-Confirm-Reading-To: ben@home.example
        Authentication-Results: lists.example; dmarc=pass header.from=home.example
        From: Ben Eze <ben@home.example>
        Subject: Memo to the agency

        Draft
        """
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.UTF_8);
    postLetter("ben", "coalition", raw, null);
    office.delivered();

    RawLetter got = office.letterOf("lin", MEMO);
    assertThat(got.names())
        .doesNotContain(
            "Envelope-To",
            "Disposition-Notification-To",
            "Return-Receipt-To",
            "Approved",
            "X-Approve",
            "X-Confirm-Reading-To",
            "Authentication-Results")
        .contains("From", "Message-ID", "Date");
  }

  @Test
  void theNoticeOfAHiddenIssueIsNotNamedToTheOtherSide() {
    office.submit(
        "ada", new IssueCommand.OpenTracker("MEMO", "Memo", "memo", Audience.civilSociety()));
    String issue =
        office.submit(
            "ada", new IssueCommand.OpenIssue("MEMO", "Line", "", "", List.of(), null, null, null));
    byte[] raw =
        ("From: Ben <ben@home.example>\r\nSubject: "
                + MEMO
                + "\r\nReferences: <"
                + issue
                + "@lists.example> <a@home.example>\r\n\r\nSeen\r\n")
            .getBytes(StandardCharsets.UTF_8);
    postLetter("ben", "coalition", raw, "b@home.example");
    office.delivered();

    assertThat(office.letterOf("lin", MEMO).value("References")).isEmpty();
    assertThat(office.letterOf("ada", MEMO).value("References").orElseThrow()).contains(issue);
  }

  @Test
  void aSeatThatEndedBeforeSendingGetsNothing() {
    office.join("eve", "Eve Udo", "press", Role.MEMBER);
    postLetter("ada", "caucus", signedLetter(), "memo-1@home.example");
    office.followed();
    office.submit("ada", new MemberCommand.EndSeat(office.seat("eve")));

    office.delivered();

    assertThat(office.lettersOf("eve")).noneMatch(l -> l.value("List-Id").isPresent());
    assertThat(office.letterOf("ben", MEMO)).isNotNull();
  }

  private static Ref ref(String thread) {
    return Ref.to(Ref.Kind.THREAD, thread);
  }
}
