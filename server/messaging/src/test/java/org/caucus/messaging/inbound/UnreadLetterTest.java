package org.caucus.messaging.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.moderation.HeldLetters;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterDecider;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.moderation.LetterReply;
import org.caucus.coalition.moderation.UnreadLetter;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.MailAddress;
import org.caucus.messaging.inbound.pipeline.Destination;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.platform.eventlog.EventLog;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.workspace.Commit;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Letters that took too long to read. Who lets one in does not know for whom it is, so it is read
 * again, and reaches those whom it asks for; until it can be read it reaches nobody.
 */
class UnreadLetterTest extends AtInboundPostOffice {
  private static final String AMINA = "amina@rights.example";
  private static final String BOLA = "bola@press.example";
  private static final String CHIKA = "chika@chirp.example";
  private static final String CLEO = "cleo@chirp.example";
  private static final String COALITION = "coalition@caucus.example";
  private static final String DECIDE = "cop+decide@caucus.example";
  private static final String CANARY = "the regulator blinked";

  private static final List<String> NO_PLACES =
      List.of(
          "cop+r.abcdefghijklmnopqrstuvwxyz",
          "cop+control",
          "cop+decide",
          "cop+owner",
          "cop+m.abcdefghijklmnopqrstuvwxyz",
          "cop+i.abcdefghijklmnopqrstuvwxyz",
          "coalition+control",
          "coalition+owner");

  private int letters;

  private String letter(String from, String to, String more, String text) {
    return "From: %s\nTo: %s\nSubject: Memo\nMessage-ID: <%d@client.example>\n%s\n%s\n"
        .formatted(from, to, ++letters, more, text);
  }

  private void post(String from, String to, String more, String text) throws IOException {
    office.post(from, to, letter(from, to, more, text));
  }

  /** A letter that is not read in time; the hold that stands for it. */
  private Hold unread(String from, String to, String more, String text) throws IOException {
    office.slow = from;
    post(from, to, more, text);
    Hold hold = last();
    assertThat(hold.reasons()).containsExactly(RefusalMessages.UNPROCESSED);
    return hold;
  }

  private Hold last() {
    return now(office.events(LetterEvent.LetterHeld.class).getLast().id());
  }

  private Hold now(String id) {
    return office.state().letters().find(id).orElseThrow();
  }

  private String decider(Hold hold) {
    return office.seats.entrySet().stream()
        .filter(seat -> HeldLetters.decides(office.state(), hold, seat.getValue()))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  private String address(String name) {
    return office.accounts.entrySet().stream()
        .filter(e -> e.getValue().equals(name))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  /** On the page, or by an answer with the code. */
  private void approve(Hold hold, boolean byMail) throws IOException {
    String who = decider(hold);
    if (byMail) {
      String code = office.codes.of(office.workspace, hold, office.seats.get(who));
      post(address(who), DECIDE, "", "approve " + code);
    } else {
      office.submit(who, new LetterCommand.ApproveHold(hold.id()));
    }
    assertThat(now(hold.id()).state()).isEqualTo(Hold.State.APPROVED);
  }

  private static String base64(String text) {
    return "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
        + Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(text.getBytes(UTF_8));
  }

  /** Whom everything reaches that was made of letters with the words. */
  private List<Audience> reached(int from) {
    List<Event> since = office.events().subList(from, office.events().size());
    return since.stream().map(this::audience).filter(Objects::nonNull).distinct().toList();
  }

  private Audience audience(Event event) {
    return switch (event) {
      case EntryEvent.EntryPosted e ->
          office.state().entries().find(e.id()).map(Entry::audience).orElseThrow();
      case IssueEvent.IssueOpened e -> e.audience();
      case ActionEvent.ActionPlanned e -> e.audience();
      case LetterEvent.LetterHeld e when !e.text().isEmpty() -> e.audience();
      default -> null;
    };
  }

  private static final List<String> FORMS =
      List.of(
          "coalition | bola | Audience: civil society",
          "coalition | bola | Destinataires : société civile",
          "coalition | bola | الجمهور: المجتمع المدني",
          "coalition | bola | Audience: Amina",
          "coalition | bola | Audience: with chirp",
          "coalition | chika | Audience: only chirp",
          "coalition | chika | Audience: Cleo",
          "coalition+press | bola | Audience: civil society",
          "provisions | bola | Priority: high~Audience: civil society",
          "provisions | bola | Priorité : haute~Destinataires : Amina",
          "provisions+quiet | bola | Audience: civil society",
          "cop+actions | bola | Kind: task~Audience: civil society",
          "cop+actions | chika | Kind: task~Audience: only chirp",
          "updates.chirp | chika | Audience: only chirp");

  @Test
  void whatIsLetInReachesThoseWhomItAsksFor() throws IOException {
    office.join("cleo", "chirp", Role.LIAISON);
    SoftAssertions softly = new SoftAssertions();
    for (String form : FORMS) {
      String[] cells = form.split("\\|", -1);
      String to = cells[0].strip() + "@caucus.example";
      String from = address(cells[1].strip());
      String text = cells[2].strip().replace('~', '\n') + "\n\n" + CANARY + " in " + letters;
      int before = office.events().size();
      post(from, to, "", text.replace(CANARY, "It is read."));
      List<Audience> meant = reached(before);
      softly.assertThat(meant).as("an ordinary letter: %s", form).hasSize(1);
      for (boolean byMail : List.of(false, true)) {
        Hold hold = unread(from, to, "", text + (byMail ? " by mail" : " by web"));
        int held = office.events().size();
        approve(hold, byMail);
        softly.assertThat(reached(held)).as("%s before it is read", form).isEmpty();
        office.readAgain();
        softly.assertThat(reached(held)).as("%s, by mail: %s", form, byMail).isEqualTo(meant);
      }
    }
    softly.assertAll();
  }

  /** Its words are nowhere but in the part that no step read. */
  @Test
  void encodedWordsAreReadToo() throws IOException {
    Hold hold = unread(BOLA, COALITION, base64("Audience: civil society\n\n" + CANARY), "");
    approve(hold, false);
    office.readAgain();

    assertThat(office.events(EntryEvent.EntryPosted.class))
        .singleElement()
        .satisfies(e -> assertThat(e.text()).contains(CANARY))
        .extracting(EntryEvent.EntryPosted::audience)
        .isEqualTo(Audience.civilSociety());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anAnswerKeepsTheReadersOfWhatItAnswers(boolean byMail) throws IOException {
    post(AMINA, COALITION, "", "Audience: civil society\n\nAmong us.");
    Hold hold = unread(BOLA, COALITION, "In-Reply-To: <1@client.example>\n", CANARY);
    approve(hold, byMail);
    office.readAgain();

    assertThat(office.events(EntryEvent.EntryPosted.class).getLast())
        .satisfies(e -> assertThat(e.text()).contains(CANARY))
        .extracting(EntryEvent.EntryPosted::audience)
        .isEqualTo(Audience.civilSociety());
  }

  @Test
  void whatQuotesFewerIsAskedAbout() throws IOException {
    String among = "We can live with forty-eight hours, if appeals are heard within a week.";
    post(AMINA, COALITION, "", "Audience: civil society\n\n" + among);
    approve(unread(BOLA, COALITION, "", "> " + among + "\n\n" + CANARY), false);
    office.readAgain();

    assertThat(office.events(EntryEvent.EntryPosted.class)).hasSize(1);
    assertThat(last().awaits()).isEqualTo(Hold.Awaits.SENDER);
    assertThat(last().seat()).isEqualTo(office.seats.get("bola"));
  }

  /** A company's own words: no convenor reads them, so those of the company are asked. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anAnswerWithinACompanyStaysThere(boolean byMail) throws IOException {
    office.join("cleo", "chirp", Role.LIAISON);
    post(CHIKA, COALITION, "", "Audience: only chirp\n\nAmong us.");
    Hold hold = unread(CLEO, ticket("cleo"), "", "Audience: Chika\n\n" + CANARY);

    assertThat(HeldLetters.scope(office.state(), hold).audience())
        .isEqualTo(named("chika", "cleo"));
    approve(hold, byMail);
    office.readAgain();
    assertThat(office.events(EntryEvent.EntryPosted.class).getLast().audience())
        .isEqualTo(named("chika", "cleo"));
  }

  private Audience named(String... names) {
    return Audience.named(Stream.of(names).map(office.seats::get).toList());
  }

  /** The answer address of this seat at the newest post. */
  private String ticket(String name) {
    return office.tickets.address(
        "cop", InboundPostOffice.DOMAIN, office.state().sequence(), office.seats.get(name));
  }

  @Test
  void anUnreadAnswerToATicketIsHeldForTheConvenorsOfItsPlace() throws IOException {
    post(AMINA, COALITION, "", "Audience: civil society\n\nAmong us.");
    String thread = office.events(ListEvent.ThreadStarted.class).getFirst().id();
    Hold hold = unread(BOLA, ticket("bola"), "", CANARY);

    assertThat(hold.intent())
        .isInstanceOfSatisfying(
            LetterReply.class,
            a -> assertThat(a.parent()).isEqualTo(Ref.to(Ref.Kind.THREAD, thread)));
    assertThat(hold.sender()).isEqualTo(BOLA);
    assertThat(decider(hold)).isEqualTo("amina");
    assertThat(office.shelf.count().await()).isZero();
    approve(hold, true);
    office.readAgain();
    assertThat(office.events(EntryEvent.EntryPosted.class).getLast().audience())
        .isEqualTo(Audience.civilSociety());
  }

  /** Nobody is there to be asked: its sender is told, and the operators keep it. */
  @Test
  void whatHasNoPlaceIsToldToItsSender() throws IOException {
    for (String local : NO_PLACES) {
      office.slow = BOLA;
      post(BOLA, local + "@caucus.example", "", CANARY);
      assertThat(office.events(LetterEvent.LetterRefused.class).getLast())
          .satisfies(
              no -> {
                assertThat(no.address()).startsWith(local);
                assertThat(no.sender()).isEqualTo(BOLA);
                assertThat(no.reasons()).containsExactly(RefusalMessages.UNREAD);
              });
    }
    assertThat(office.shelf.count().await()).isEqualTo(NO_PLACES.size());
    assertThat(office.records.count().await()).isZero();
  }

  /** Also that of somebody who does not read what it answers any more. */
  @Test
  void aTicketOfSomebodyOutsideTellsNothing() throws IOException {
    post(AMINA, COALITION, "", "Audience: civil society\n\nAmong us.");
    office.slow = CHIKA;
    post(CHIKA, ticket("chika"), "", CANARY);

    assertThat(office.events(LetterEvent.LetterHeld.class)).isEmpty();
    assertThat(office.events(LetterEvent.LetterRefused.class).getFirst().reasons())
        .containsExactly(RefusalMessages.UNREAD);
  }

  @Test
  void whatCannotBeReadTwiceIsNeverPosted() throws IOException {
    Hold first = unread(BOLA, COALITION, "", "Audience: civil society\n\n" + CANARY);
    office.slow = BOLA;
    approve(first, false);
    office.readAgain();
    Hold second = last();

    assertThat(second.id()).isNotEqualTo(first.id());
    LetterCommand again = new LetterCommand.ApproveHold(second.id());
    assertThatThrownBy(() -> office.submit("amina", again))
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    String code = office.codes.of(office.workspace, second, office.seats.get("amina"));
    post(AMINA, DECIDE, "", "approve " + code);
    assertThat(office.events(LetterEvent.LetterRefused.class).getLast().reasons().getFirst().code())
        .endsWith("this-letter-could-not-be-read-twice");
    office.readAgain();

    assertThat(now(second.id()).open()).isTrue();
    assertThat(office.events(EntryEvent.EntryPosted.class)).isEmpty();
  }

  @Test
  void whatIsReadAgainIsPostedOnce() throws IOException {
    approve(unread(BOLA, COALITION, "", CANARY), false);
    office.readAgain();
    office.readAgain();

    assertThat(office.events(EntryEvent.EntryPosted.class))
        .singleElement()
        .satisfies(e -> assertThat(e.letter().from()).as("it is its author's own").isNull());
    assertThat(office.records.count().await()).isZero();
  }

  /** While it waits to be read its commit is seen once more. */
  @Test
  void whatIsInHandIsNotTakenUpTwice() throws IOException {
    approve(unread(BOLA, COALITION, "", CANARY), false);
    AtomicInteger read = new AtomicInteger();
    office.reading =
        incoming -> {
          read.incrementAndGet();
          office.replay();
        };
    office.readAgain();

    assertThat(read).hasValue(1);
    assertThat(office.events(EntryEvent.EntryPosted.class)).hasSize(1);
    assertThat(office.records.count().await()).isZero();
  }

  /** The answer of the database was lost, so nobody knows that it is in the inbox. */
  @Test
  void whatIsInTheInboxUnheardIsReadWithoutARestart() throws IOException {
    approve(unread(BOLA, COALITION, "", CANARY), false);
    Hold hold = last();
    UnreadLetter how = hold.unread();
    office
        .records
        .insert(
            new InboxMessage(
                UnreadLetters.id(hold),
                office.workspace,
                new BlobId(hold.letter().blob()),
                MailAddress.parse(BOLA).orElseThrow(),
                InetAddress.getLoopbackAddress(),
                how.helo(),
                how.received(),
                office.records.holder(),
                List.of(new Destination(hold.address(), office.workspace, how.to(), how.detail())),
                how.readings()))
        .await();
    office.readAgain();

    assertThat(office.events(EntryEvent.EntryPosted.class)).hasSize(1);
    assertThat(office.records.count().await()).isZero();
  }

  /** An older node let it in, and posted it as it came, in the same commit. */
  @Test
  void whatAnOlderNodePostedIsNotReadAgain() throws IOException {
    Hold hold = heldBefore();
    Workspace state = office.state();
    SeatId amina = office.seats.get("amina");
    var as = new CommandContext("old", hold.at().plusSeconds(60), amina, "thread9", "entry9");
    List<Event> events = new ArrayList<>();
    events.add(new LetterEvent.HoldApproved(hold.id(), amina));
    events.addAll(
        LetterDecider.decide(
            state,
            new LetterCommand.PostLetter(
                hold.intent(), "", "", hold.letter().from(hold.sender()), null),
            as));
    log(new Commit(state.sequence() + 1, as.id(), as.at(), amina, null, events));
    assertThat(now(hold.id()).state()).isEqualTo(Hold.State.APPROVED);
    assertThat(now(hold.id()).unread()).as("it has the form of one").isNotNull();
    office.readAgain();

    assertThat(office.events(EntryEvent.EntryPosted.class)).hasSize(1);
    assertThat(office.events(LetterEvent.LetterHeld.class)).hasSize(1);
    assertThat(office.records.count().await()).isZero();
  }

  @Test
  void whatAnOlderNodeHeldIsReadBeforeItIsPosted() throws IOException {
    Hold hold = heldBefore();
    approve(hold, false);
    office.readAgain();
    office.readAgain();

    assertThat(office.events(LetterEvent.HoldApproved.class)).isEmpty();
    assertThat(office.events(LetterEvent.HoldReadAgain.class)).hasSize(1);
    assertThat(office.events(EntryEvent.EntryPosted.class)).isEmpty();
    assertThat(office.events(LetterEvent.LetterHeld.class)).hasSize(2);
    assertThat(last().awaits()).as("nothing proves that it is hers").isEqualTo(Hold.Awaits.SENDER);
    assertThat(last().text()).contains(CANARY);
  }

  /** As servers held it that kept nothing of how it came. */
  private Hold heldBefore() {
    byte[] bytes = letter(BOLA, COALITION, "", CANARY).replace("\n", "\r\n").getBytes(UTF_8);
    String blob = office.blobs.put(office.workspace, bytes).await().value();
    office.submit(
        null,
        new LetterCommand.HoldLetter(
            new NewThread("coalition"),
            COALITION,
            BOLA,
            null,
            Hold.Awaits.CONVENOR,
            "",
            "",
            new EntryLetter(blob, null, null, true, List.of()),
            List.of(RefusalMessages.UNPROCESSED)));
    assertThat(office.events(LetterEvent.LetterUnread.class)).isEmpty();
    return last();
  }

  /** Writes what another node did, and starts anew. */
  private void log(Commit commit) throws IOException {
    EventLog log = office.installation.log();
    LogRecord tip = log.read(office.workspace, 0, EventLog.READ_LIMIT).await().getLast();
    log.append(office.workspace, commit.sequence(), tip.hash(), List.of(CommitCodec.write(commit)))
        .await();
    InboundPostOffice before = office;
    before.close();
    office = new InboundPostOffice(directory, InboundPostOffice.LOOPBACK);
    office.workspace = before.workspace;
    office.accounts.putAll(before.accounts);
    office.seats.putAll(before.seats);
  }

  /** Another node that reads it again has other links. */
  @Test
  void thePeerIsKeptWithoutItsLink() throws IOException {
    byte[] local = new byte[16];
    local[0] = (byte) 0xfe;
    local[1] = (byte) 0x80;
    local[15] = 1;
    Destination to =
        new Destination(COALITION, office.workspace, Ref.to(Ref.Kind.LIST, "coalition"), "");
    InboxMessage stored =
        new InboxMessage(
            office.records.nextId(),
            office.workspace,
            new BlobId("blob2of7letterblob2of7lett"),
            null,
            Inet6Address.getByAddress(null, local, 1),
            "",
            Instant.EPOCH,
            office.records.holder(),
            List.of(to));
    LetterCommand held =
        new UnreadVerdict(stored, "", RefusalMessages.UNPROCESSED)
            .held(to, new NewThread("coalition"));

    assertThat(held)
        .isInstanceOfSatisfying(
            LetterCommand.HoldLetter.class,
            hold -> assertThat(hold.unread().peer()).isEqualTo("fe80:0:0:0:0:0:0:1"));
  }
}
