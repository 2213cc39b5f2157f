package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.moderation.ModerationSettings;
import org.caucus.coalition.reactions.Reaction;
import org.caucus.coalition.reactions.ReactionEvent;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.kernel.Ref;
import org.caucus.kernel.support.Clocks;
import org.caucus.messaging.inbound.pipeline.Cidr;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.SenderTrust;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.platform.limits.InputSource;
import org.junit.jupiter.api.Test;

/** Letters on their way in, over a real socket into a real log. */
class InboundProcessorTest extends AtInboundPostOffice {
  private static final String AMINA = "amina@rights.example";
  private static final String BOLA = "bola@press.example";
  private static final String CHIKA = "chika@chirp.example";
  private static final String COALITION = "coalition@caucus.example";
  private static final String CIVIL = "civil@caucus.example";

  private static String letter(String from, String id, String subject, String text, String more) {
    return "From: "
        + from
        + "\nTo: "
        + COALITION
        + "\nSubject: "
        + subject
        + "\nMessage-ID: <"
        + id
        + ">\n"
        + more
        + "\n"
        + text
        + "\n";
  }

  private Entry entry(String messageId) {
    return office.state().entries().byMessageId(messageId).orElseThrow();
  }

  private Hold onlyHold() {
    return office.state().letters().holds().values().iterator().next();
  }

  private String dropped() {
    return office.events(LetterEvent.LetterDropped.class).getLast().reason();
  }

  @Test
  void aMembersLetterIsPostedAndItsOriginalKept() throws IOException {
    office.post(BOLA, COALITION, letter(BOLA, "m1@press.example", "Memo", "The memo is due.", ""));

    Entry posted = entry("m1@press.example");
    assertThat(posted.text()).isEqualTo("The memo is due.");
    assertThat(posted.seat()).isEqualTo(office.seats.get("bola"));
    String kept =
        new String(
            office.blobs.get(office.workspace, new BlobId(posted.letter().blob())).await(),
            java.nio.charset.StandardCharsets.US_ASCII);
    assertThat(kept).startsWith("Received: ").endsWith("\r\n\r\nThe memo is due.\r\n");
    assertThat(office.records.count().await()).isZero();
  }

  @Test
  void anAnswerContinuesItsThread() throws IOException {
    office.post(BOLA, COALITION, letter(BOLA, "m1@press.example", "Memo", "The memo is due.", ""));
    office.post(
        CHIKA,
        COALITION,
        letter(
            CHIKA,
            "m2@chirp.example",
            "Re: Memo",
            "On Friday.",
            "In-Reply-To: <m1@press.example>\n"));

    assertThat(entry("m2@chirp.example").parent()).isEqualTo(entry("m1@press.example").parent());
    assertThat(entry("m2@chirp.example").answers()).isEqualTo(entry("m1@press.example").id());
  }

  /** A list of hundreds does not get "thank you" as a letter. */
  @Test
  void anAnswerOfOneWordOfThanksIsAReaction() throws IOException {
    office.post(BOLA, COALITION, letter(BOLA, "m1@press.example", "Memo", "The memo is due.", ""));
    String answers = "In-Reply-To: <m1@press.example>\n";
    String text = "Thank you!\n\n> The memo is due.\n-- \nChika, Chirp\n";
    office.post(CHIKA, COALITION, letter(CHIKA, "m2@chirp.example", "Re: Memo", text, answers));
    office.post(CHIKA, COALITION, letter(CHIKA, "m2@chirp.example", "Re: Memo", text, answers));
    String more = "Thank you, but it is late.";
    office.post(CHIKA, COALITION, letter(CHIKA, "m3@chirp.example", "Re: Memo", more, answers));

    assertThat(office.events(ReactionEvent.ReactionAdded.class))
        .containsExactly(
            new ReactionEvent.ReactionAdded(
                Ref.to(Ref.Kind.ENTRY, entry("m1@press.example").id()),
                Reaction.THANKS,
                Audience.everyone(),
                office.seats.get("chika")));
    assertThat(office.events(EntryEvent.EntryPosted.class)).hasSize(2);
    assertThat(entry("m3@chirp.example").text()).startsWith(more);
  }

  /** Some programs name all that was marked: the first that is known here, after References. */
  @Test
  void anAnswerToSeveralContinuesTheFirstThatIsKnown() throws IOException {
    office.post(BOLA, COALITION, letter(BOLA, "m1@press.example", "Memo", "The memo is due.", ""));
    office.post(BOLA, COALITION, letter(BOLA, "n1@press.example", "Press", "The call is due.", ""));
    String both = "In-Reply-To: <gone@chirp.example> <n1@press.example> <m1@press.example>\n";
    office.post(CHIKA, COALITION, letter(CHIKA, "m2@chirp.example", "Two", "On Friday.", both));
    office.post(
        CHIKA,
        COALITION,
        letter(
            CHIKA, "m3@chirp.example", "Two", "Yes.", both + "References: <m1@press.example>\n"));

    assertThat(entry("m2@chirp.example").answers()).isEqualTo(entry("n1@press.example").id());
    assertThat(entry("m3@chirp.example").answers()).isEqualTo(entry("m1@press.example").id());
  }

  @Test
  void anAnswerToANarrowedEntryStaysNarrow() throws IOException {
    office.post(BOLA, COALITION, letter(BOLA, "m1@press.example", "Memo", "The memo is due.", ""));
    String narrow =
        office.submit(
            "amina",
            new ListCommand.AnswerThread(
                entry("m1@press.example").parent().id(),
                Post.web("Between us.", entry("m1@press.example").id(), Audience.civilSociety())));
    office.post(
        BOLA,
        COALITION,
        letter(
            BOLA,
            "m3@press.example",
            "Re: Memo",
            "> Between us.\nYes.",
            "In-Reply-To: <" + narrow + "@caucus.example>\nReferences: <m1@press.example>\n"));

    assertThat(entry("m3@press.example").audience()).isEqualTo(Audience.civilSociety());
  }

  @Test
  void anAnswerThatLostItsThreadingIsHeldForItsSender() throws IOException {
    office.submit(
        "amina",
        new ListCommand.StartThread(
            "coalition", "Strategy", Post.web("Ours.", null, Audience.civilSociety())));
    office.post(BOLA, COALITION, letter(BOLA, "m1@press.example", "RE: Strategy", "> Ours.", ""));

    assertThat(onlyHold().awaits()).isEqualTo(Hold.Awaits.SENDER);
    assertThat(onlyHold().reasons()).containsExactly(RefusalMessages.LOST_THREAD);
  }

  @Test
  void anAnswerCarriedToAWiderListIsHeld() throws IOException {
    office.post(BOLA, CIVIL, letter(BOLA, "c1@press.example", "Call", "Civil society only.", ""));
    office.post(
        AMINA,
        COALITION,
        letter(
            AMINA,
            "c2@rights.example",
            "Call",
            "> Civil society only.",
            "References: <c1@press.example>\n"));

    assertThat(onlyHold().reasons()).containsExactly(RefusalMessages.NARROWER);
  }

  @Test
  void aLiaisonAtAClosedListGetsExactlyWhatAStrangerGets() throws IOException {
    List<String> stranger =
        office.send(
            "eve@elsewhere.example",
            List.of(CIVIL),
            letter("eve@elsewhere.example", "s1@x.example", "Hello", "Hello.", ""));
    List<String> liaison =
        office.send(CHIKA, List.of(CIVIL), letter(CHIKA, "s2@x.example", "Hello", "Hello.", ""));
    office.settle();

    assertThat(liaison.getFirst()).isEqualTo(stranger.getFirst());
    assertThat(liaison.getLast().substring(0, 20)).isEqualTo(stranger.getLast().substring(0, 20));
    List<LetterEvent.LetterHeld> held = office.events(LetterEvent.LetterHeld.class);
    assertThat(held).hasSize(2);
    for (LetterEvent.LetterHeld h : held) {
      assertThat(h.awaits()).isEqualTo(Hold.Awaits.CONVENOR);
      assertThat(h.seat()).isNull();
      assertThat(h.reasons()).containsExactly(RefusalMessages.STRANGER);
    }
  }

  @Test
  void whoEndedAnAddressIsToldSoWhereTheyCouldWriteAndIsAStrangerElsewhere() throws IOException {
    String old = "old@elsewhere.example";
    office.ended.put(old, "bola");
    office.post(old, COALITION, letter(old, "o1@x.example", "Late", "Late.", ""));
    assertThat(office.events(LetterEvent.LetterRefused.class).getLast().reasons())
        .containsExactly(RefusalMessages.ENDED_ADDRESS);

    office.ended.put(old, "chika");
    office.post(old, CIVIL, letter(old, "o2@x.example", "Late", "Late.", ""));
    office.ended.put(old, "somebody of another workspace");
    office.post(old, COALITION, letter(old, "o3@x.example", "Late", "Late.", ""));

    assertThat(office.events(LetterEvent.LetterHeld.class))
        .hasSize(2)
        .allSatisfy(h -> assertThat(h.reasons()).containsExactly(RefusalMessages.STRANGER))
        .allSatisfy(h -> assertThat(h.seat()).isNull());
  }

  @Test
  void aGuessedReferenceTellsALiaisonNothing() throws IOException {
    office.post(BOLA, CIVIL, letter(BOLA, "c1@press.example", "Call", "Civil society only.", ""));
    office.post(
        CHIKA,
        COALITION,
        letter(
            CHIKA, "g1@chirp.example", "Re: Call", "Well?", "In-Reply-To: <c1@press.example>\n"));
    office.post(
        CHIKA,
        COALITION,
        letter(
            CHIKA, "g2@chirp.example", "Re: Call", "Well?", "In-Reply-To: <none@press.example>\n"));

    assertThat(entry("g1@chirp.example").answers()).isNull();
    assertThat(entry("g1@chirp.example").audience())
        .isEqualTo(entry("g2@chirp.example").audience());
    assertThat(office.state().letters().holds()).isEmpty();
  }

  @Test
  void whatMachinesWriteIsDroppedAndNotAnswered() throws IOException {
    office.post(
        "", COALITION, letter("mailer-daemon@x.example", "b1@x.example", "Failure", "", ""));
    assertThat(dropped()).isEqualTo(RefusalMessages.AUTOMATIC + "NULL_SENDER");
    office.post(
        BOLA,
        COALITION,
        letter(BOLA, "b2@x.example", "Away", "On leave.", "Auto-Submitted: auto-replied\n"));
    assertThat(dropped()).isEqualTo(RefusalMessages.AUTOMATIC + "AUTO_SUBMITTED");
    office.post(
        "", "cop+b.abc@caucus.example", letter("x@x.example", "b3@x.example", "Failure", "", ""));
    assertThat(dropped()).isEqualTo(RefusalMessages.BOUNCE);
    office.post(
        BOLA,
        COALITION,
        letter(BOLA, "b4@x.example", "Memo", "Round.", "List-Id: <coalition.caucus.example>\n"));
    assertThat(dropped()).isEqualTo(RefusalMessages.LOOP);

    assertThat(office.events(LetterEvent.LetterRefused.class)).isEmpty();
    assertThat(office.events(EntryEvent.EntryPosted.class)).isEmpty();
    assertThat(office.records.count().await()).isZero();
  }

  @Test
  void theSameLetterIsPostedOnceAndOfAnotherUnderItsIdItsAuthorIsAsked() throws IOException {
    String memo = letter(BOLA, "m1@press.example", "Memo", "The memo is due.", "");
    office.post(BOLA, COALITION, memo);
    office.post(BOLA, COALITION, memo);
    assertThat(dropped()).isEqualTo(RefusalMessages.DUPLICATE);
    office.post(BOLA, COALITION, letter(BOLA, "m1@press.example", "Memo", "Other words.", ""));

    assertThat(office.events(EntryEvent.EntryPosted.class))
        .extracting(EntryEvent.EntryPosted::text)
        .containsExactly("The memo is due.");
    assertThat(onlyHold().reasons()).containsExactly(RefusalMessages.SECOND);
    assertThat(onlyHold().text()).isEqualTo("Other words.");
  }

  @Test
  void anObserversLetterAwaitsAConvenor() throws IOException {
    office.post(
        "dayo@press.example",
        COALITION,
        letter("dayo@press.example", "o1@press.example", "Question", "May I?", ""));

    assertThat(onlyHold().awaits()).isEqualTo(Hold.Awaits.CONVENOR);
    assertThat(onlyHold().reasons()).containsExactly(RefusalMessages.OBSERVER);
  }

  @Test
  void brokenMimeIsPostedAsDamaged() throws IOException {
    office.post(
        BOLA,
        COALITION,
        letter(
            BOLA,
            "d1@press.example",
            "Scan",
            "--x\nContent-Type: text/plain\n\nReadable part.",
            "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n"));

    assertThat(entry("d1@press.example").letter().damaged()).isTrue();
    assertThat(entry("d1@press.example").text()).contains("Readable part.");
  }

  @Test
  void oneLetterToListsOfDifferentReadersIsAskedAboutAtEachAndThreadsOnEach() throws IOException {
    List<String> answers =
        office.send(
            BOLA, List.of(COALITION, CIVIL), letter(BOLA, "t1@press.example", "Call", "Both.", ""));
    office.settle();
    assertThat(answers).allMatch(a -> a.startsWith("250"));
    assertThat(office.state().letters().holds().values())
        .hasSize(2)
        .allMatch(h -> h.awaits() == Hold.Awaits.SENDER)
        .allMatch(h -> h.reasons().equals(List.of(RefusalMessages.TWO_PLACES)));
    office
        .state()
        .letters()
        .holds()
        .keySet()
        .forEach(h -> office.submit("bola", new LetterCommand.ApproveHold(h)));
    office.post(
        AMINA,
        CIVIL,
        letter(
            AMINA, "t2@rights.example", "Re: Call", "Here.", "In-Reply-To: <t1@press.example>\n"));

    assertThat(office.state().lists().threadsOf("coalition")).hasSize(1);
    assertThat(office.state().lists().threadsOf("civil")).hasSize(1);
    assertThat(entry("t2@rights.example").audience()).isEqualTo(Audience.civilSociety());
  }

  @Test
  void trackerAndUpdateAddressesTakeTheirKind() throws IOException {
    office.post(
        BOLA,
        "provisions@caucus.example",
        letter(BOLA, "i1@press.example", "Removal within 24 hours", "Of notice.", ""));
    office.post(
        CHIKA,
        "updates.chirp@caucus.example",
        letter(CHIKA, "u1@chirp.example", "Liaison officer named", "From Monday.", ""));
    office.post(
        AMINA,
        "provisions@caucus.example",
        letter(
            AMINA,
            "i2@rights.example",
            "Re: Removal",
            "Agreed.",
            "In-Reply-To: <i1@press.example>\n"));
    office.post(
        BOLA,
        "updates.chirp@caucus.example",
        letter(BOLA, "u2@press.example", "Not mine", "To say.", ""));

    assertThat(office.events(IssueEvent.IssueOpened.class)).hasSize(1);
    assertThat(entry("i2@rights.example").parent().kind()).isEqualTo(Ref.Kind.ISSUE);
    // a liaison's letter is a draft until they confirm it
    assertThat(office.events(UpdateEvent.UpdatePosted.class)).isEmpty();
    LetterEvent.LetterHeld draft = office.events(LetterEvent.LetterHeld.class).getFirst();
    assertThat(draft.reasons()).containsExactly(RefusalMessages.DRAFT);
    office.submit("chika", new LetterCommand.ApproveHold(draft.id()));
    assertThat(office.events(UpdateEvent.UpdatePosted.class))
        .singleElement()
        .satisfies(e -> assertThat(e.via()).isEqualTo(Channel.MAIL));
    assertThat(office.events(LetterEvent.LetterRefused.class).getFirst().reasons())
        .containsExactly(RefusalMessages.UPDATES_ONLY);
  }

  @Test
  void anAnswerAddressIsItsOwnSeatsOnly() throws IOException {
    office.post(BOLA, COALITION, letter(BOLA, "m1@press.example", "Memo", "The memo is due.", ""));
    String address =
        office.tickets.address(
            "cop", InboundPostOffice.DOMAIN, office.state().sequence(), office.seats.get("amina"));
    String mine = letter(AMINA, "r1@rights.example", "Re: Memo", "Mine.", "");
    office.send(AMINA, List.of(COALITION, address), mine);
    office.settle();
    office.post(CHIKA, address, letter(CHIKA, "r2@chirp.example", "Re: Memo", "Not mine.", ""));
    office.post(
        AMINA,
        "cop+r.abcdefghijklmnopqrstuvwxyz@caucus.example",
        letter(AMINA, "r3@rights.example", "Re: Memo", "Forged.", ""));

    assertThat(entry("r1@rights.example").answers()).isEqualTo(entry("m1@press.example").id());
    assertThat(office.events(EntryEvent.EntryPosted.class)).hasSize(2);
    assertThat(onlyHold().reasons()).containsExactly(RefusalMessages.OTHERS_TICKET);
    assertThat(office.events(LetterEvent.LetterRefused.class).getFirst().reasons())
        .containsExactly(RefusalMessages.TICKET);
  }

  @Test
  void anUnprovenMemberIsAskedAndAProvenOneIsNot() throws IOException {
    office.close();
    SenderTrust checking =
        new SenderTrust(List.of(), List.of(Cidr.of("127.0.0.1/32")), Set.of("mx.caucus.example"));
    office = new InboundPostOffice(directory.resolve("checking"), checking).withCoalition();
    office.post(BOLA, COALITION, letter(BOLA, "a1@press.example", "Memo", "Forged?", ""));
    office.post(
        BOLA,
        COALITION,
        letter(
            BOLA,
            "a2@press.example",
            "Memo",
            "Other domain.",
            "Authentication-Results: mx.caucus.example; dmarc=pass header.from=evil.example\n"));
    office.post(
        BOLA,
        COALITION,
        letter(
            BOLA,
            "a3@press.example",
            "Memo",
            "Other checker.",
            "Authentication-Results: mx.evil.example; dmarc=pass header.from=press.example\n"));
    office.post(
        BOLA,
        COALITION,
        letter(
            BOLA,
            "a4@press.example",
            "Memo",
            "Proven.",
            "Authentication-Results: mx.caucus.example 1; dmarc=pass (p=none)"
                + " header.from=press.example\n"));

    assertThat(office.state().letters().holds().values())
        .hasSize(3)
        .allMatch(h -> h.awaits() == Hold.Awaits.SENDER)
        .allMatch(h -> h.reasons().equals(List.of(RefusalMessages.UNPROVEN)));
    assertThat(entry("a4@press.example").text()).isEqualTo("Proven.");
  }

  @Test
  void theOperatorsMailIsKeptAndUnknownAddressesGetOneAnswer() throws IOException {
    assertThat(
            office.send(
                "x@x.example",
                List.of("postmaster@caucus.example"),
                letter("x@x.example", "p@x", "Hi", "Hi", "")))
        .allMatch(a -> a.startsWith("250"));
    assertThat(office.shelf.count().await()).isEqualTo(1);
    Set<String> answers =
        Set.copyOf(
            office.send(
                BOLA,
                List.of(
                    "nobody@caucus.example",
                    "cop@caucus.example",
                    "coalition+x.y@caucus.example",
                    "coalition@other.example",
                    "cop+x.y@caucus.example"),
                ""));
    assertThat(answers).containsExactly("550 5.1.1 No such mailbox here");
  }

  @Test
  void theOldestLetterToTheOperatorsGoesForTheNewest() throws IOException {
    for (int i = 0; i < 4; i++) {
      String letter = letter("x@x.example", "p" + i + "@x", "Hi", "Hi", "");
      office.send("x@x.example", List.of("postmaster@caucus.example"), letter);
    }
    List<RetainedLetters> before = office.shelf.list(9);
    assertThat(before).hasSize(4);

    office.shelf.makeRoom(4);

    assertThat(office.shelf.list(9)).isEqualTo(before.subList(1, 4));
    assertThat(office.shelf.octets(before.getFirst().id())).isEmpty();
    office.shelf.makeRoom(4);
    assertThat(office.shelf.list(9)).as("there is space").hasSize(3);
  }

  @Test
  void withTheDatabaseAwayThePeerKeepsTheLetter() throws IOException {
    office.send(BOLA, List.of(COALITION), letter(BOLA, "m1@press.example", "Memo", "One.", ""));
    office.settle();
    office.loseDatabase();

    List<String> answers =
        office.send(BOLA, List.of(COALITION), letter(BOLA, "m2@press.example", "Memo", "Two.", ""));

    assertThat(answers.getLast()).startsWith("451 ");
  }

  /** The first comes while nobody knows yet, for the load takes longer than a peer waits. */
  @Test
  void whileAWorkspaceCannotBeLoadedItsLettersWaitHereAndAtTheirSenders() throws IOException {
    var mended = new AtomicBoolean();
    office.rooms.evict(office.workspace);
    office.rooms.beforeLoad(
        id ->
            mended.get()
                ? Future.succeededFuture()
                : office.vertx.timer(4, TimeUnit.SECONDS).compose(none -> notLoaded()));
    String first = letter(BOLA, "m1@press.example", "Memo", "One.", "");
    String second = letter(BOLA, "m2@press.example", "Memo", "Two.", "");

    assertThat(office.send(BOLA, List.of(COALITION), first).getLast()).startsWith("250 ");
    Awaitility.await().atMost(Clocks.LONG).until(() -> office.rooms.unloadable(office.workspace));
    assertThat(office.send(BOLA, List.of(COALITION), second))
        .containsExactly("451 4.3.0 Try again later");
    assertThat(office.rooms.unloadable().getFirst())
        .contains("Workspace " + office.workspace + " cannot be loaded")
        .doesNotContain("Memo");
    assertThat(office.postmaster.waiting()).isEqualTo(1);

    mended.set(true);
    office.settle();
    assertThat(office.send(BOLA, List.of(COALITION), second).getLast()).startsWith("250 ");
    office.settle();
    assertThat(entry("m1@press.example").text()).isEqualTo("One.");
    assertThat(entry("m2@press.example").text()).isEqualTo("Two.");
    assertThat(office.rooms.unloadable()).isEmpty();
    assertThat(office.shelf.count().await()).isZero();
  }

  private static Future<Void> notLoaded() {
    return Future.failedFuture(new IllegalStateException("Memo"));
  }

  @Test
  void aMembersLetterDoesNotWaitForAStrangersThatIsBeingRead() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    InboundPostOffice.HEAVY.submit(InputSource.STRANGERS, () -> waited(end));
    String stranger = "someone@elsewhere.example";
    office.send(
        stranger, List.of(COALITION), letter(stranger, "s1@elsewhere.example", "Hi", "Words", ""));

    office.send(
        BOLA, List.of(COALITION), letter(BOLA, "m1@press.example", "Memo", "It is due", ""));

    Awaitility.await()
        .untilAsserted(
            () -> assertThat(office.state().entries().byMessageId("m1@press.example")).isPresent());
    assertThat(office.records.count().await()).isEqualTo(1);
    end.countDown();
    Awaitility.await().untilAsserted(() -> assertThat(office.records.count().await()).isZero());
  }

  private static boolean waited(CountDownLatch end) throws InterruptedException {
    return end.await(60, TimeUnit.SECONDS);
  }

  @Test
  void waysInAndOutAreTakenOutOfWhatIsQuoted() throws IOException {
    String ticket = "cop+r.r3yvncnwf26w255no54tbbyywu@caucus.example";
    String quote = "Noted.\n\nBola <" + ticket + "> wrote:\n> It is due.";
    office.post(BOLA, COALITION, letter(BOLA, "m1@press.example", "Memo", quote, ""));

    assertThat(entry("m1@press.example").text())
        .contains("Bola <cop+r.removed-0@caucus.example> wrote:");
  }

  @Test
  void whatIsSignedAndQuotesAMembersAddressIsTaken() throws IOException {
    String type = "Content-Type: multipart/signed; boundary=b\n";
    String words =
        "--b\n\nNoted.\n\nAda via Coalition <cop+m.r3yvncnwf26w255no54tbbyywu@caucus.example>"
            + " wrote:\n> Is it due?\n--b--";
    office.post(BOLA, COALITION, letter(BOLA, "m1@press.example", "Memo", words, type));

    assertThat(onlyHold().reasons())
        .as("as any that is signed")
        .containsExactly(ModerationSettings.SIGNED);
    assertThat(onlyHold().text()).contains("cop+m.r3yvncnwf26w255no54tbbyywu@");
  }

  @Test
  void whatIsSignedAndHasThemIsRefused() throws IOException {
    String type = "Content-Type: multipart/signed; boundary=b\n";
    String words =
        "--b\n\nhttps://caucus.example/w/cop/unsubscribe/r3yvncnwf26w255no54tbbyywu\n--b--";
    office.post(BOLA, COALITION, letter(BOLA, "m1@press.example", "Memo", words, type));

    assertThat(office.state().entries().byMessageId("m1@press.example")).isEmpty();
    assertThat(office.events(LetterEvent.LetterRefused.class).getLast().reasons())
        .contains(RefusalMessages.TICKETS);
  }
}
