package org.caucus.messaging.distribution.contentfree;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.MailContent;
import org.caucus.coalition.lists.MailContent.Mode;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.lists.subscriptions.NotificationChannel;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.support.Checkout;
import org.caucus.messaging.notifications.PostOffice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What left by mail, octet for octet, where a workspace keeps what is said in it out of mail. */
class ContentFreeMailTest {
  /** What people wrote in {@link #everythingHappens}, and what they and their things are called. */
  private static final List<String> WORDS =
      List.of(
          "Zebra",
          "Quagga",
          "Okapi",
          "Gerenuk",
          "Dikdik",
          "Bongo",
          "Eland",
          "Impala",
          "Kudu",
          "Nyala",
          "Oribi",
          "Sitatunga",
          "Waterbuck",
          "Ada Obi",
          "Lin Okoro",
          "Ben Eze",
          "Rights Watch",
          "Press Union",
          "Platform",
          "caucus.code",
          "code-coalition",
          "code-caucus",
          "The coalition",
          "MEMO",
          "provisions",
          "home.example>",
          "CIVIL",
          "EVERYONE",
          "WITH_",
          "NAMED",
          "readers");

  private static final Pattern WRITES_LETTERS =
      Pattern.compile("class (\\w+) implements Composer\\b");

  @TempDir Path directory;
  private PostOffice office;

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    office.submit(
        "ada",
        new IssueCommand.OpenTracker(
            "MEMO", "Kudu", "provisions", Audience.everyone(), Audience.everyone()));
  }

  @AfterEach
  void close() {
    office.close();
  }

  private void set(Mode mode, String... audiences) {
    office.submit("ada", new ListCommand.SetMailContent(MailContent.of(mode, List.of(audiences))));
  }

  /** A thread, answers, a letter, an issue, a comment, an update, an action, a held letter. */
  private void everythingHappens(Audience audience) {
    Post answer = Post.web("Quagga", null, audience);
    String thread =
        office.submit(
            "ada",
            new ListCommand.StartThread(
                "coalition", "Zebra", Post.web("Zebra", null, audience).with(List.of(file()))));
    office.submit("ben", new ListCommand.AnswerThread(thread, answer));
    office.submit(
        "ben",
        new LetterCommand.PostLetter(new NewThread("coalition"), "Okapi", "Okapi", letter()));
    String issue =
        office.submit(
            "ada",
            new IssueCommand.OpenIssue(
                "MEMO", "Gerenuk", "Dikdik", "Bongo", List.of(), null, audience, null));
    office.submit("ben", new IssueCommand.CommentIssue(issue, answer.with(List.of(file()))));
    office.submit(
        "lin",
        new UpdateCommand.PostUpdate(
            null,
            Update.Kind.STATUS,
            Update.Stage.NOTED,
            "Eland",
            "Eland",
            Update.Attribution.ON_RECORD,
            null,
            null));
    planned(audience);
    office.submit(
        null,
        new LetterCommand.HoldLetter(
            new NewThread("coalition"),
            "code-coalition@lists.example",
            "sitatunga@stranger.example",
            office.seat("ada"),
            Hold.Awaits.SENDER,
            "Sitatunga",
            "Sitatunga",
            letter(),
            List.of(Message.of("reasons.as-written", "text", "Kudu"))));
    office.delivered();
  }

  /** A call; its id. */
  private String planned(@Nullable Audience audience) {
    return office.submit(
        "ada",
        new ActionCommand.PlanAction(
            Action.Kind.CALL,
            "Impala",
            "Nyala",
            null,
            new Action.When(null, null, ZoneId.of("Africa/Lagos")),
            "Oribi",
            audience));
  }

  private Entry.Attached file() {
    byte[] bytes = "Waterbuck".getBytes(UTF_8);
    String blob = office.blobs.put(office.workspace, bytes).await().value();
    return new Entry.Attached(blob, "Waterbuck.txt", "text/plain", bytes.length);
  }

  private EntryLetter letter() {
    byte[] raw =
        "From: Ben Eze <ben@home.example>\r\nSubject: Okapi\r\nMessage-ID: <okapi@home.example>\r\n\r\nOkapi\r\n"
            .getBytes(UTF_8);
    String blob = office.blobs.put(office.workspace, raw).await().value();
    return new EntryLetter(blob, "okapi@home.example", null, false, List.of());
  }

  /** Every letter that left but the invitations, as octets. */
  private List<String> left() {
    return office.smarthost.list().reversed().stream()
        .map(caught -> new String(office.smarthost.letter(caught.id()).orElseThrow(), ISO_8859_1))
        .filter(letter -> !letter.contains("Subject: Invitation to "))
        .toList();
  }

  /** Without what names the recipient to the next host, which it must be told. */
  private static String withoutRecipient(String letter) {
    return letter.replaceFirst("(?m)^To: \\w+@home\\.example\r$", "To: -");
  }

  @Test
  void nothingThatAPersonWroteIsInAnyOctetThatLeaves() {
    set(Mode.ALL);
    everythingHappens(null);

    assertThat(left()).hasSizeGreaterThan(12);
    for (String letter : left()) {
      assertThat(withoutRecipient(letter)).doesNotContainIgnoringCase(WORDS.toArray(String[]::new));
      assertThat(letter)
          .contains("Subject: Something new in code\r\n", "https://caucus.example/w/code/")
          .doesNotContain("In-Reply-To:", "References:", "Reply-To:", "base64", "quoted-printable");
    }
    assertThat(left().stream().map(ContentFreeMailTest::shape).distinct())
        .as("all are one form, but for ids, times and which kind of page")
        .hasSize(1);
  }

  private static String shape(String letter) {
    return letter
        .replaceAll("(?m)^(Date|Message-ID|To|List-Unsubscribe):(?: .*\r\n)(?: .*\r\n)*", "")
        .replaceAll("/w/code/[a-z]+(/[a-z0-9]+)?", "/w/code/-");
  }

  @Test
  void theSameWordsLeaveWhereNothingWasAskedFor() {
    everythingHappens(null);

    String all = String.join("\n", left());
    assertThat(all).contains("Zebra", "Quagga", "Okapi", "Gerenuk", "Eland", "Impala", "Ada Obi");
    assertThat(left())
        .as("what was attached goes along with a post, and is named in a notice")
        .anyMatch(l -> l.contains("filename=\"Waterbuck.txt\"") && l.contains("V2F0ZXJidWNr"))
        .anyMatch(l -> l.contains("On the page:") && l.contains("Waterbuck.txt"));
  }

  private List<String> leftFor(String person) {
    return office.lettersOf(person).stream()
        .map(l -> new String(l.toBytes(), ISO_8859_1))
        .filter(l -> !l.contains("Subject: Invitation to "))
        .toList();
  }

  /** Ben says by one word that he comes, and is told that this is kept. */
  private List<String> oneWord() {
    String action = planned(null);
    office.delivered();
    int before = leftFor("ben").size();
    office.submit(
        "ben",
        new LetterCommand.PostLetter(
            new LetterReply(Ref.to(Ref.Kind.ACTION, action), null), "Okapi", "yes", letter()));
    office.delivered();
    return leftFor("ben").subList(before, leftFor("ben").size());
  }

  @Test
  void whatOneWordDidIsToldWithoutAnyOther() {
    assertThat(oneWord()).hasSize(1).allMatch(l -> l.contains("Impala"));
    set(Mode.ALL);

    assertThat(oneWord()).hasSize(1).allMatch(l -> l.contains("Something new in code"));
    assertThat(withoutRecipient(leftFor("ben").getLast()))
        .doesNotContainIgnoringCase(WORDS.toArray(String[]::new));
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"OFF", "ALL"})
  void theNoticesOfADayHaveNoWordsEither(Mode mode) {
    set(mode);
    for (NotificationReason kind :
        List.of(
            NotificationReason.ASSIGNED,
            NotificationReason.NAMED,
            NotificationReason.FOLLOWED,
            NotificationReason.NEW)) {
      PersonalMailSettings now = office.state().lists().habits().now(office.seat("ben"));
      office.submit(
          "ben",
          new ListCommand.ChoosePersonalMail(
              now.hearing(kind, NotificationChannel.DIGEST), Delivery.EACH));
    }
    planned(null);
    office.delivered();
    assertThat(leftFor("ben")).isEmpty();
    office.later(Duration.ofHours(25)).delivered();

    String day = withoutRecipient(leftFor("ben").getLast());
    if (mode == Mode.OFF) {
      assertThat(day).contains("Impala", "Nyala");
    } else {
      assertThat(day)
          .contains("Subject: Something new in code\r\n")
          .doesNotContainIgnoringCase(WORDS.toArray(String[]::new));
    }
  }

  @Test
  void everyKindOfLetterIsTriedWhereMailHoldsNoWords() throws IOException {
    Set<String> there = new TreeSet<>();
    for (Path source : Checkout.sources("main")) {
      WRITES_LETTERS
          .matcher(Files.readString(source))
          .results()
          .forEach(r -> there.add(r.group(1)));
    }
    Set<String> tried = new TreeSet<>();
    for (String line : Files.readAllLines(Checkout.server("src/test/resources/mail/bare.txt"))) {
      if (!line.startsWith("#") && !line.isBlank()) {
        String[] row = line.split(" +", 2);
        tried.add(row[0]);
        if (!row[1].startsWith("none: ")) {
          String[] test = row[1].split("#", 2);
          assertThat(Checkout.test(test[0])).content().as(line).contains("void " + test[1] + "(");
        }
      }
    }
    assertThat(tried).isEqualTo(there);
  }

  @Test
  void sensitiveMeansCirclesSmallerThanASide() {
    set(Mode.SENSITIVE);
    everythingHappens(Audience.withCompany("platform"));
    office.submit(
        "ada", new ListCommand.StartThread("caucus", "Topi", Post.web("Topi", null, null)));
    office.delivered();

    List<String> letters = left();
    assertThat(letters)
        .noneMatch(l -> l.contains("Zebra") || l.contains("Gerenuk") || l.contains("Impala"));
    assertThat(letters).anyMatch(l -> l.contains("Something new in code"));
    assertThat(letters).as("for everyone").anyMatch(l -> l.contains("Okapi"));
    assertThat(letters).as("for civil society").anyMatch(l -> l.contains("Topi"));
  }

  @Test
  void anAudienceCanBeKeptOutOfMailByItself() {
    set(Mode.OFF, "CIVIL_SOCIETY");
    office.submit(
        "ada", new ListCommand.StartThread("caucus", "Topi", Post.web("Topi", null, null)));
    office.submit(
        "ada", new ListCommand.StartThread("coalition", "Lechwe", Post.web("Lechwe", null, null)));
    office.delivered();

    assertThat(left()).noneMatch(l -> l.contains("Topi")).anyMatch(l -> l.contains("Lechwe"));
    assertThat(left()).hasSize(3);
  }

  @Test
  void whatIsOnItsWayWhenItIsAskedForGoesWithoutToo() {
    office.submit(
        "ada", new ListCommand.StartThread("coalition", "Zebra", Post.web("Zebra", null, null)));
    office.followed();
    set(Mode.ALL);
    office.delivered();

    assertThat(left()).hasSize(2).noneMatch(l -> l.contains("Zebra"));
  }

  @Test
  void whoMayNotReadItHearsNothingAtAll() {
    set(Mode.ALL);
    office.submit(
        "ada", new ListCommand.StartThread("caucus", "Topi", Post.web("Topi", null, null)));
    office.delivered();

    assertThat(left()).hasSize(1).allMatch(l -> l.contains("ben@home.example"));
  }
}
