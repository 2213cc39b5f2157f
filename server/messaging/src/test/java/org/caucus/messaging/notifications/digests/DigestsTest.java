package org.caucus.messaging.notifications.digests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.audience.Shown;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.MailContent;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.lists.subscriptions.DeliveryPreference;
import org.caucus.coalition.lists.subscriptions.MailPause;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.kernel.Ref;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.ParsedLetter.Formatted;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.notifications.AtPostOffice;
import org.junit.jupiter.api.Test;

/** Posts that come together, once each, to those who may read them. */
class DigestsTest extends AtPostOffice {
  private static final Duration A_DAY = Duration.ofHours(25);

  private String post(String person, String list, String subject, Audience audience) {
    return office.submit(
        person,
        new ListCommand.StartThread(
            list, subject, Post.web("On " + subject + ": seen.", null, audience)));
  }

  private void wants(String person, String list, Delivery mode) {
    office.submit(person, new ListCommand.SetDelivery(list, mode));
  }

  @Test
  void aThreadThatIsFollowedComesPostByPostAndOneThatIsMutedNotAtAll() {
    wants("ben", "coalition", Delivery.DIGEST);
    String followed = post("ada", "coalition", "Notice period", null);
    String muted = post("ada", "coalition", "Lunch", null);
    office.submit("ben", thing(followed, ThreadPreference.FOLLOW));
    office.submit("ben", thing(muted, ThreadPreference.MUTE));
    office.submit("lin", thing(muted, ThreadPreference.MUTE));
    office.delivered();
    int before = office.lettersOf("lin").size();
    office.submit("ada", new ListCommand.AnswerThread(followed, Post.web("a week", null, null)));
    office.submit("ada", new ListCommand.AnswerThread(muted, Post.web("at noon", null, null)));
    office.delivered();

    assertThat(office.lettersOf("ben")).hasSize(1).allMatch(l -> text(l).contains("a week"));
    assertThat(office.lettersOf("lin")).hasSize(before + 1);
    office.later(A_DAY).delivered();
    assertThat(digestsOf("ben"))
        .singleElement()
        .matches(d -> text(d).contains("Lunch: seen") && !text(d).contains("at noon"))
        .matches(d -> !text(d).contains("a week"));
  }

  private static ListCommand thing(String thread, ThreadPreference wish) {
    return new ListCommand.ChooseThing(Ref.to(Ref.Kind.THREAD, thread), wish);
  }

  private List<RawLetter> digestsOf(String person) {
    return office.lettersOf(person).stream()
        .filter(l -> l.value("Subject").orElse("").contains("Digest"))
        .toList();
  }

  private static String text(RawLetter letter) {
    return new String(letter.toBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  @Test
  void postsComeTogetherInTheMorning() {
    wants("ben", "coalition", Delivery.DIGEST);
    post("ada", "coalition", "Removal within 24 hours", null);
    post("lin", "coalition", "Notice period", null);
    office.delivered();
    assertThat(office.lettersOf("ben")).noneMatch(l -> text(l).contains("Removal within"));
    assertThat(office.letterOf("lin", "Removal within 24 hours")).isNotNull();

    office.later(A_DAY).delivered();

    RawLetter digest = digestsOf("ben").getFirst();
    assertThat(digestsOf("ben")).hasSize(1);
    assertThat(digest.value("Subject").orElseThrow()).startsWith("The coalition Digest, ");
    assertThat(digest.value("Subject").orElseThrow()).endsWith(": 2 messages");
    assertThat(digest.value("List-Id")).contains("<coalition.code.lists.example>");
    assertThat(digest.value("List-Unsubscribe")).isPresent();
    String page = Formatted.of(digest.toBytes()).orElseThrow().html();
    assertThat(page)
        .contains(">Removal within 24 hours (Ada Obi)</a>", "<a href=\"#m2\"")
        .containsPattern("<div id=\"m1\"(?s:.*)Subject: Removal within 24 hours</div>");
    assertThat(page).as("no mailbox").doesNotContain("Message-ID: <a");
    assertThat(text(digest))
        .contains("   1. Removal within 24 hours (Ada Obi)\n   2. Notice period (Lin Okoro)\n")
        .contains("\n" + "-".repeat(70) + "\n\nDate: ")
        .contains("On Removal within 24 hours: seen.\n\n" + "-".repeat(30) + "\n\nDate: ")
        .contains("X-Audience: EVERYONE; readers=3")
        .contains("\nEnd of The coalition Digest");
    office.later(A_DAY).delivered();
    assertThat(digestsOf("ben")).as("nothing twice").hasSize(1);
  }

  @Test
  void theMorningIsWhereTheMemberIs() {
    ZoneId lagos = ZoneId.of("Africa/Lagos");
    Instant evening = Instant.parse("2026-06-14T20:00:00Z");

    assertThat(PendingDigest.morning(evening, lagos)).isEqualTo("2026-06-15T05:00:00Z");
    assertThat(PendingDigest.morning(Instant.parse("2026-06-15T04:59:59Z"), lagos))
        .isEqualTo("2026-06-15T05:00:00Z");
    assertThat(PendingDigest.morning(Instant.parse("2026-06-15T05:00:00Z"), lagos))
        .isEqualTo("2026-06-16T05:00:00Z");
    // the hour that is missing in spring
    assertThat(
            PendingDigest.morning(
                Instant.parse("2026-03-28T20:00:00Z"), ZoneId.of("Europe/Berlin")))
        .isEqualTo("2026-03-29T04:00:00Z");
  }

  @Test
  void manyPostsDoNotWait() {
    wants("ben", "coalition", Delivery.DIGEST);
    wants("lin", "coalition", Delivery.SUMMARY);
    for (int i = 1; i <= Digests.MAX_POSTS; i++) {
      post("ada", "coalition", "Line " + i + ".", null);
    }
    office.later(Duration.ofSeconds(1)).delivered();
    post("ada", "coalition", "Line 26.", null);
    office.later(Duration.ofSeconds(1)).delivered();

    assertThat(digestsOf("ben")).hasSize(1);
    assertThat(digestsOf("ben").getFirst().value("Subject").orElseThrow())
        .contains(Integer.toString(Digests.MAX_POSTS));
    assertThat(digestsOf("lin")).as("a summary comes once a day").isEmpty();
    office.later(A_DAY).delivered();
    assertThat(digestsOf("ben")).hasSize(2);
    assertThat(text(digestsOf("ben").getLast())).contains("Line 26.").doesNotContain("Line 25.");
    assertThat(digestsOf("lin")).hasSize(1);
    assertThat(text(digestsOf("lin").getFirst()))
        .contains("* Line 1. (Ada Obi)")
        .contains("https://caucus.example/w/code/threads/")
        .doesNotContain("seen.");
  }

  @Test
  void eachReaderGetsOnlyWhatTheyMayReadWhenItLeaves() {
    wants("ben", "coalition", Delivery.DIGEST);
    wants("lin", "coalition", Delivery.DIGEST);
    post("ada", "coalition", "Open line", null);
    post("ada", "coalition", "Among us", Audience.civilSociety());
    String narrowed = post("ada", "coalition", "Taken back", null);
    office.submit(
        "ada",
        Shown.change(
            office.state(),
            office.seat("ada"),
            Ref.to(Ref.Kind.THREAD, narrowed),
            Audience.civilSociety()));

    office.later(A_DAY).delivered();

    assertThat(text(digestsOf("ben").getFirst())).contains("Open line", "Among us", "Taken back");
    assertThat(text(digestsOf("lin").getFirst()))
        .contains("Open line", ": 1 message\n")
        .doesNotContain("Among us", "Taken back", "more message");
  }

  @Test
  void aModeHoldsFromWhenItWasChosen() {
    post("ada", "coalition", "First", null);
    wants("ben", "coalition", Delivery.DIGEST);
    post("ada", "coalition", "Second", null);
    wants("ben", "coalition", Delivery.EACH);
    post("ada", "coalition", "Third", null);
    wants("ben", "coalition", Delivery.MIME_DIGEST);
    post("ada", "coalition", "Fourth", null);

    office.delivered().later(A_DAY).delivered();

    assertThat(office.letterOf("ben", "First")).isNotNull();
    assertThat(office.letterOf("ben", "Third")).isNotNull();
    assertThat(digestsOf("ben")).hasSize(1);
    RawLetter digest = digestsOf("ben").getFirst();
    assertThat(text(digest))
        .contains("Subject: Second", "Subject: Fourth", "multipart/digest")
        .contains("List-Id: <coalition.code.lists.example>")
        .doesNotContain("Subject: First", "Subject: Third");
  }

  @Test
  void aLetterInAMimeDigestIsTheWholeLetter() {
    wants("ben", "coalition", Delivery.MIME_DIGEST);
    byte[] raw =
        "From: Lin <lin@home.example>\r\nSubject: Draft\r\nMessage-ID: <d@home.example>\r\n\r\nÜber \r\n.\r\n"
            .getBytes(StandardCharsets.UTF_8);
    String blob = office.blobs.put(office.workspace, raw).await().value();
    office.submit(
        "lin",
        new LetterCommand.PostLetter(
            new NewThread("coalition"),
            "Draft",
            "text",
            new EntryLetter(blob, "d@home.example", null, false, List.of())));

    office.later(A_DAY).delivered();

    byte[] digest = digestsOf("ben").getFirst().toBytes();
    assertThat(new String(digest, StandardCharsets.ISO_8859_1))
        .contains(
            new String(
                "\r\n\r\nÜber \r\n.\r\n".getBytes(StandardCharsets.UTF_8),
                StandardCharsets.ISO_8859_1));
    assertThat(text(digestsOf("ben").getFirst())).contains("Message-ID: <d@home.example>");
  }

  @Test
  void filesOfAPostFromTheBrowserAreNamedWithTheirPage() {
    wants("ben", "coalition", Delivery.DIGEST);
    String blob = office.blobs.put(office.workspace, new byte[] {1, 2, 3}).await().value();
    var file = new Entry.Attached(blob, "ètò.pdf", "application/pdf", 3);
    Post post = Post.web("Draft", null, null).with(List.of(file));
    office.submit("ada", new ListCommand.StartThread("coalition", "Memo", post));
    office.later(A_DAY).delivered();

    assertThat(ParsedLetter.of(digestsOf("ben").getFirst().toBytes()).text())
        .contains("Draft\n\nAttached, at https://caucus.example/w/code/threads/")
        .contains("\n* ètò.pdf (3 B)\n");
  }

  @Test
  void thePersonWhoWantsNoMailAnyMoreGetsNoDigestEither() {
    wants("ben", "coalition", Delivery.DIGEST);
    post("ada", "coalition", "Line", null);
    office.followed();
    wants("ben", "coalition", Delivery.NONE);
    office.join("eve", "Eve Udo", "press", Role.MEMBER);
    wants("eve", "coalition", Delivery.DIGEST);
    post("ada", "coalition", "Line two", null);
    office.followed();
    office.submit("ada", new MemberCommand.EndSeat(office.seat("eve")));

    office.later(A_DAY).delivered();

    assertThat(digestsOf("ben")).isEmpty();
    assertThat(digestsOf("eve")).isEmpty();
  }

  @Test
  void whatWasPostedBeforeAPauseComesAfterIt() {
    wants("ben", "coalition", Delivery.DIGEST);
    post("ada", "coalition", "Before", null);
    LocalDate today = LocalDate.ofInstant(office.now(), ZoneOffset.UTC);
    office.submit(
        "ben",
        new ListCommand.ChoosePersonalMail(
            new PersonalMailSettings(
                ZoneOffset.UTC, true, new MailPause(today.plusDays(1), today.plusDays(3))),
            Delivery.EACH));
    office.later(Duration.ofDays(1));
    post("ada", "coalition", "Meanwhile", null);

    office.later(Duration.ofDays(1)).delivered();
    assertThat(digestsOf("ben")).isEmpty();
    office.later(Duration.ofDays(4)).delivered();

    assertThat(digestsOf("ben")).hasSize(1);
    assertThat(text(digestsOf("ben").getFirst())).contains("Before").doesNotContain("Meanwhile");
  }

  @Test
  void aDigestOfContentFreeMailSaysNothing() {
    wants("ben", "coalition", Delivery.DIGEST);
    office.submit(
        "ada",
        new ListCommand.SetMailContent(
            MailContent.of(MailContent.Mode.OFF, List.of("CIVIL_SOCIETY"))));
    post("ada", "coalition", "Among us", Audience.civilSociety());
    office.later(A_DAY).delivered();
    assertThat(digestsOf("ben")).isEmpty();
    RawLetter bare = office.letterOf("ben", "Something new in code");
    assertThat(text(bare)).doesNotContain("Among us");

    post("ada", "coalition", "Also among us", Audience.civilSociety());
    post("ada", "coalition", "Open line", null);
    office.later(A_DAY).delivered();
    assertThat(text(digestsOf("ben").getFirst()))
        .contains("Open line", "1 more message is not in this email.")
        .doesNotContain("mong us");
  }

  @Test
  void onesOwnPostsComeIfWantedSo() {
    office.submit(
        "ada",
        new ListCommand.ChooseDelivery(
            "coalition", new DeliveryPreference(Delivery.DIGEST, true, false, false, null)));
    wants("ben", "coalition", Delivery.DIGEST);
    post("ada", "coalition", "Mine", null);
    post("ben", "coalition", "His", null);

    office.later(A_DAY).delivered();

    assertThat(text(digestsOf("ada").getFirst())).contains("Mine", "His");
    assertThat(text(digestsOf("ben").getFirst())).contains("Mine").doesNotContain("His");
  }

  @Test
  void specialNoticesComeToWhoWantsOnlyThose() {
    wants("ben", "coalition", Delivery.SPECIAL);
    post("ada", "coalition", "Special notice: the hearing moved", null);
    post("lin", "coalition", "Special notice: buy this", null);
    post("ada", "coalition", "Something else", null);

    office.delivered();

    assertThat(office.lettersOf("ben"))
        .filteredOn(l -> l.value("List-Id").orElse("").contains("coalition"))
        .hasSize(1)
        .allMatch(l -> l.value("Subject").orElseThrow().contains("hearing moved"));
  }

  @Test
  void aLongDigestCountsWhatItLeavesOut() {
    wants("ben", "coalition", Delivery.SUMMARY);
    for (int i = 1; i <= DigestLetter.MAX_POSTS + 2; i++) {
      post("ada", "coalition", "Line " + i + ".", null);
    }

    office.later(A_DAY).delivered();
    office.later(A_DAY).delivered();

    assertThat(digestsOf("ben")).hasSize(1);
    assertThat(text(digestsOf("ben").getFirst()))
        .contains("Line 100.", "2 more messages are not in this email.")
        .doesNotContain("Line 101.");
  }
}
