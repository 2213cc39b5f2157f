package org.caucus.messaging.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.lists.subscriptions.ChannelChoice;
import org.caucus.coalition.lists.subscriptions.MailFormat;
import org.caucus.coalition.lists.subscriptions.NotificationChannel;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.coalition.lists.subscriptions.WeeklyMailing;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterOrders;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.delivery.Composer;
import org.caucus.messaging.delivery.Composition;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.OutgoingMail;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.rendering.PrivateComposer;
import org.caucus.messaging.notifications.accounts.AccountMail;
import org.caucus.messaging.notifications.accounts.SignInMail;
import org.caucus.messaging.notifications.accounts.WebhookMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anyone who chose text alone gets every letter as text alone, whatever writes it. Real SMTP. */
class TextOnlyTest {
  private static final Duration A_DAY = Duration.ofHours(25);
  private static final Duration A_WEEK = Duration.ofDays(8);
  private static final String BEN = "ben@home.example";

  /** What is sent on as it came has the form that its author gave it. */
  private static final String AS_IT_CAME = PrivateComposer.KIND;

  @TempDir Path directory;
  private PostOffice office;

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    office.join("eve", "Eve Ojo", "press", Role.CONVENOR);
  }

  @AfterEach
  void close() {
    office.close();
  }

  private EntryLetter letter(String id) {
    byte[] raw =
        "From: Ben <%s>\r\nMessage-ID: <%s@home.example>\r\n\r\nWords\r\n"
            .formatted(BEN, id)
            .getBytes(UTF_8);
    String blob = office.blobs.put(office.workspace, raw).await().value();
    return new EntryLetter(blob, id + "@home.example", null, false, List.of());
  }

  private void hears(String person, MailFormat format) {
    PersonalMailSettings all =
        PersonalMailSettings.USUAL
            .hearing(List.of(new ChannelChoice(NotificationReason.NEW, NotificationChannel.DIGEST)))
            .weekly(List.of(WeeklyMailing.ACTIVITY))
            .in(format);
    office.submit(person, new ListCommand.ChoosePersonalMail(all, Delivery.EACH));
    office.submit(person, new ListCommand.SetDelivery("caucus", Delivery.DIGEST));
  }

  /** Has every kind of letter written: to ben, and of what waits to eve, who decides it. */
  private void everythingIsWritten() {
    office.submit("ada", new ListCommand.StartThread("coalition", "Memo", web("One.")));
    office.submit("ada", new ListCommand.StartThread("caucus", "Sealed", web("Two.")));
    office.submit(
        "ada",
        new IssueCommand.OpenTracker(
            "COP", "Provisions", "cop", Audience.everyone(), Audience.everyone()));
    Ref issue = Ref.to(Ref.Kind.ISSUE, issue("24 hours", List.of(office.seat("ben"))));
    issue("Appeals", List.of());
    mails(new NewThread("coalition"), "Three.", "echo");
    mails(new LetterReply(issue, null), "follow", "word");
    mails(new LetterOrders("", "code+control@lists.example", BEN), "which", "order");
    office.submit(
        null,
        new LetterCommand.HoldLetter(
            new NewThread("coalition"),
            "code-coalition@lists.example",
            BEN,
            null,
            Hold.Awaits.CONVENOR,
            "Held",
            "May it pass?",
            letter("held"),
            List.of(Message.of("reasons.stranger"))));
    office.submit("ada", new MemberCommand.Invite(BEN, "Ben Eze", "rights", Role.MEMBER));
    office.codes.send(BEN, "482913", SignInMail.Purpose.SIGN_IN).await();
    office.delivered().later(A_DAY).delivered().later(A_WEEK).delivered();
  }

  private String issue(String title, List<SeatId> assignees) {
    return office.submit(
        "ada", new IssueCommand.OpenIssue("COP", title, "So.", "", assignees, null, null, null));
  }

  private void mails(MessageTarget to, String text, String id) {
    office.submit("ben", new LetterCommand.PostLetter(to, "Re: 24 hours", text, letter(id)));
  }

  private static Post web(String text) {
    return Post.web(text, null, null);
  }

  /** Subjects of the letters of a person that have a page beside their text. */
  private List<String> pages(String person) {
    return office.lettersOf(person).stream()
        .filter(l -> new String(l.toBytes(), UTF_8).toLowerCase(Locale.ROOT).contains("text/html"))
        .map(l -> l.value("Subject").orElse(""))
        .toList();
  }

  @Test
  void everyKindOfLetterIsTextAloneForAnyoneWhoChoseThat() {
    Stream.of("ben", "eve").forEach(office::wantsText);
    Stream.of("ben", "eve").forEach(p -> hears(p, MailFormat.TEXT));
    int before = office.lettersOf("ben").size();
    everythingIsWritten();

    Map<String, Integer> kinds = new HashMap<>(office.written());
    kinds.remove(AS_IT_CAME);
    assertThat(kinds.values()).as("each kind was written: " + kinds).doesNotContain(0);
    assertThat(pages("ben")).isEmpty();
    assertThat(pages("eve").stream().filter(s -> !s.contains("invit"))).isEmpty();
    assertThat(office.lettersOf("ben").size() - before).isGreaterThan(9);
  }

  @Test
  void everyKindHasAPageForAnyoneWhoDidNot() {
    Stream.of("ben", "eve").forEach(p -> hears(p, MailFormat.HTML));
    everythingIsWritten();

    List<RawLetter> all = office.lettersOf("ben");
    List<String> pages = pages("ben");
    assertThat(all.stream().map(l -> l.value("Subject").orElse("")).toList())
        .as("but who mailed it is sent on as it came")
        .containsExactlyInAnyOrderElementsOf(pages);
    assertThat(pages("eve")).isNotEmpty();
  }

  @Test
  void lettersOfTheAccountAndOfProgramsAreTextAloneToo() {
    Readers readers = new Readers();
    readers.lives("ben", BEN);
    Site site = new Site(PostOffice.DOMAIN, "https://caucus.example");
    var account = new AccountMail(office.outbox, () -> {}, readers, site, office::now);
    var program =
        new WebhookMail(office.rooms, office.outbox, () -> {}, readers, site, office::now);
    String ben = office.seat("ben").value();
    JsonObject noted = new JsonObject().put("what", "address-added").put("kept", true);
    assertThat(composed(account, noted, BEN).html()).isNotNull();
    assertThat(composed(program, noted, ben).html()).isNotNull();

    readers.wantsText(BEN);
    office.wantsText("ben");
    assertThat(composed(account, noted, BEN).html()).isNull();
    assertThat(composed(program, noted, ben).html()).isNull();
  }

  private Composition composed(Composer composer, JsonObject payload, String recipient) {
    DeliveryBatch parcel =
        DeliveryBatch.of(
            "id", office.workspace, composer.kind(), payload, List.of(recipient), office.now());
    return composer
        .compose(parcel, recipient)
        .map(out -> ((OutgoingMail.Composed) out).letter())
        .orElseThrow();
  }
}
