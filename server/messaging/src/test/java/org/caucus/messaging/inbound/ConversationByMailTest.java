package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.MailingList;
import org.caucus.coalition.lists.Thread;
import org.caucus.coalition.lists.ThreadCommand;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.HoldPresenter;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.SenderTrust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A letter begins a conversation of exactly the people it names, or nothing at all. */
class ConversationByMailTest extends LetterWriting {
  private static final String AMINA = "amina@rights.example";
  private static final String DAYO = "dayo@press.example";
  private static final String HERE = "cop+conversations@caucus.example";

  private int letters;

  /** A letter to the conversations with others in To or Cc, as a program sends it. */
  private void writes(String from, String others, String more, String text) throws IOException {
    writes("c" + ++letters + "@letters.example", from, others, more, text);
  }

  private void writes(String id, String from, String others, String more, String text)
      throws IOException {
    List<String> here = new ArrayList<>(List.of(HERE));
    Arrays.stream(others.split(", "))
        .filter(address -> address.endsWith("@" + InboundPostOffice.DOMAIN))
        .forEach(here::add);
    String cc = others.isEmpty() ? "" : "Cc: " + others + "\n";
    office.send(
        from,
        here,
        "From: <"
            + from
            + ">\nTo: <"
            + HERE
            + ">\n"
            + cc
            + "Subject: Before the call\nMessage-ID: <"
            + id
            + ">\nContent-Type: text/plain; charset=utf-8\n"
            + more
            + "\n"
            + text
            + "\n");
    office.settle();
  }

  private List<Thread> conversations() {
    return office.state().lists().threadsOf(MailingList.CONVERSATIONS.slug()).stream()
        .map(id -> office.state().lists().thread(id).orElseThrow())
        .toList();
  }

  private Audience among(String... people) {
    return Audience.named(Arrays.stream(people).map(office.seats::get).toList());
  }

  private List<Entry> entries(Thread thread) {
    return office.state().entries().under(thread.ref());
  }

  private void nothing() {
    assertThat(conversations()).isEmpty();
    assertThat(office.state().letters().holds()).isEmpty();
    assertThat(office.events(EntryEvent.EntryPosted.class)).isEmpty();
    assertThat(office.events(LetterEvent.LetterPassedOn.class)).isEmpty();
  }

  @Test
  void itIsBetweenTheAuthorAndThoseInCc() throws IOException {
    writes(BOLA, AMINA + ", " + CHIKA, "", "Shall we meet first?");

    assertThat(conversations()).as(refusals() == 0 ? "" : refused().toString()).hasSize(1);
    Thread thread = conversations().getFirst();
    assertThat(thread.audience()).isEqualTo(among("bola", "amina", "chika"));
    assertThat(thread.subject()).isEqualTo("Before the call");
    assertThat(thread.startedBy()).isEqualTo(office.seats.get("bola"));
    Entry entry = entries(thread).getFirst();
    assertThat(entry.via()).isEqualTo(Channel.MAIL);
    assertThat(entry.text()).isEqualTo("Shall we meet first?");
    assertThat(entry.audience()).isEqualTo(thread.audience());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "With: chika, amina",
        "WITH: Amina; chika (chirp)",
        "With: amina and chika",
        "Avec\u00a0: amina et chika",
        "\u200fمع: amina\u060c chika",
        "People: me, amina, chika",
      })
  void itsLineNamesThemInEveryLanguage(String line) throws IOException {
    writes(BOLA, "", "", line + "\n\nShall we meet first?");

    assertThat(conversations()).as(refusals() == 0 ? "" : refused().toString()).hasSize(1);
    Thread thread = conversations().getFirst();
    assertThat(thread.audience()).isEqualTo(among("bola", "amina", "chika"));
    assertThat(entries(thread).getFirst().text()).isEqualTo("Shall we meet first?");
  }

  @Test
  void theLineAndCcAreTakenTogether() throws IOException {
    writes(BOLA, AMINA, "", "With: chika\n\nShall we meet first?");

    assertThat(conversations().getFirst().audience()).isEqualTo(among("bola", "amina", "chika"));
  }

  /** They get the one copy that leads back to all; nothing is passed on beside it. */
  @Test
  void addressesThatStandForMembersNameThem() throws IOException {
    String alias = office.aliases.of("cop", office.seats.get("chika")).toString();
    writes(BOLA, alias, "", "Shall we meet first?");

    assertThat(conversations().getFirst().audience()).isEqualTo(among("bola", "chika"));
    assertThat(office.events(LetterEvent.LetterPassedOn.class)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "cop+conversation@caucus.example",
    "cop-conversations@caucus.example",
    "cop-conversation@caucus.example",
  })
  void itsAddressMayBeWrittenOtherwise(String address) throws IOException {
    mail(BOLA, address, "Before", "Cc: " + CHIKA + "\n", "Shall we?");

    assertThat(conversations()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "With: zork | belongs to nobody in this workspace |",
        "With: chikka | belongs to nobody in this workspace | With: chika",
        "With: chika, zork | belongs to nobody in this workspace |",
        "With: stranger@else.example | belongs to nobody in this workspace |",
        "With: chika~With: amina | more than once |",
        "With: chika~Embargo: 2028-01-01 | not known at the top of an email that starts |",
        "With: me | between people by name |",
        "Shall we? | between people by name |",
        "Audience: civil society~With: chika | Leave out the line |",
        "Dear all,~~With: chika | come after a greeting | With: chika",
      })
  void whatIsNotUnderstoodBeginsNothing(String text, String why, String right) throws IOException {
    writes(BOLA, "", "", text.replace('~', '\n'));

    nothing();
    assertThat(refused().getFirst()).contains(why);
    String again = refused().getLast();
    if (right == null) {
      assertThat(again).doesNotStartWith(AGAIN + "\n    With: me");
    } else {
      assertThat(again).startsWith(AGAIN).contains(right);
    }
  }

  @Test
  void aNameThatFitsTwoIsAskedAbout() throws IOException {
    office.join("bello", "rights", Role.MEMBER);
    office.person("bello2@press.example", "bello2");
    String invitation =
        office.submit(
            "amina",
            new MemberCommand.Invite("bello2@press.example", "bello", "press", Role.MEMBER));
    office.submit(null, new MemberCommand.AcceptInvitation(invitation, "bello2", "bello"));

    writes(BOLA, "", "", "With: bello\n\nShall we?");
    nothing();
    assertThat(refused()).singleElement().asString().contains("bello (press), bello (rights)");

    writes(BOLA, "", "", "With: bello (rights)\n\nShall we?");
    assertThat(conversations().getFirst().audience()).isEqualTo(among("bola", "bello"));
  }

  /** The same whoever it is: a stranger, one whose membership has ended, a ticket of nobody. */
  @ParameterizedTest
  @ValueSource(
      strings = {"stranger@else.example", "cop+m.nobody@caucus.example", "vera@vista.example"})
  void anAddressThatIsNoMembersBeginsNothing(String other) throws IOException {
    office.submit("amina", new MemberCommand.EndSeat(office.seats.get("vera")));

    writes(BOLA, CHIKA + ", " + other, "", "With: amina\n\nShall we?");

    nothing();
    assertThat(refused()).containsExactly(RefusalMessages.CONVERSATION_OUTSIDER.english());
  }

  @Test
  void whoHasSeveralMembershipsIsNamedByOne() throws IOException {
    office.join("bola", "rights", Role.MEMBER);
    office.person(BOLA, "bola");
    writes(CHIKA, BOLA, "", "Shall we?");
    nothing();
    assertThat(refused()).singleElement().asString().contains("bola (press), bola (rights)");

    writes(CHIKA, "", "", "With: bola (press)\n\nShall we?");
    assertThat(conversations()).hasSize(1);
  }

  @Test
  void rightsAreThoseOfTheBrowser() throws IOException {
    writes("stranger@else.example", CHIKA, "", "Shall we?");
    assertThat(refused()).containsExactly(RefusalMessages.UPDATES_ONLY.english());
    writes(DAYO, CHIKA, "", "Shall we?");
    assertThat(refused()).singleElement().asString().contains("bserver");
    nothing();

    office.submit("amina", new LetterCommand.ModerateSeat(office.seats.get("bola"), true));
    writes(BOLA, CHIKA, "", "Shall we?");
    assertThat(conversations().getFirst().audience())
        .as("no convenor reads first what goes to named people")
        .isEqualTo(among("bola", "chika"));
  }

  @Test
  void aLetterThatComesTwiceBeginsOne() throws IOException {
    for (int i = 0; i < 2; i++) {
      writes("twice@press.example", BOLA, CHIKA, "", "With: amina\n\nShall we?\n\n-- \nBola");
    }
    assertThat(conversations()).hasSize(1);
    assertThat(entries(conversations().getFirst())).hasSize(1);
    assertThat(refusals()).isZero();
    assertThat(office.state().letters().holds()).isEmpty();
  }

  @Test
  void whatAMachineAnswersBeginsNothing() throws IOException {
    writes(BOLA, CHIKA, "Auto-Submitted: auto-replied\n", "I am away.");

    nothing();
    assertThat(refusals()).isZero();
  }

  /** Nothing proves who wrote it, so its author is asked, and nobody else. */
  @Test
  void itWaitsForItsAuthorsWord() throws IOException {
    office.close();
    office =
        new InboundPostOffice(
                directory.resolve("doubtful"), new SenderTrust(List.of(), List.of(), Set.of()))
            .withCoalition();
    String alias = office.aliases.of("cop", office.seats.get("vera")).toString();
    writes(BOLA, CHIKA + ", " + alias, "", "With: amina\n\nShall we?");

    assertThat(conversations()).isEmpty();
    assertThat(office.events(LetterEvent.LetterPassedOn.class)).isEmpty();
    Hold hold = office.state().letters().holds().values().iterator().next();
    assertThat(hold.awaits()).isEqualTo(Hold.Awaits.SENDER);
    assertThat(HoldPresenter.asItStands(office.state(), hold))
        .isEqualTo("With: Amina, chika, vera\n\nShall we?");
    assertThat(HoldPresenter.readable(office.state(), office.seats.get("bola"))).hasSize(1);
    for (String other : List.of("amina", "chika", "vera", "dayo")) {
      assertThat(HoldPresenter.readable(office.state(), office.seats.get(other))).isEmpty();
    }

    office.submit("bola", new LetterCommand.ApproveHold(hold.id()));
    assertThat(conversations().getFirst().audience())
        .isEqualTo(among("bola", "amina", "chika", "vera"));
    assertThat(entries(conversations().getFirst()).getFirst().text()).isEqualTo("Shall we?");
  }

  /** What one of them may not read is not carried to them by a quotation. */
  @Test
  void whatItQuotesIsGuarded() throws IOException {
    office.submit(
        "amina",
        new ListCommand.StartThread(
            "civil",
            "Memo",
            Post.web(
                "The takedown memo is due on Friday and nobody outside knows it.", null, null)));

    writes(
        BOLA,
        CHIKA,
        "",
        "What do you say?\n\n> The takedown memo is due on Friday and nobody outside knows it.");

    assertThat(conversations()).isEmpty();
    Hold hold = office.state().letters().holds().values().iterator().next();
    assertThat(hold.awaits()).isEqualTo(Hold.Awaits.SENDER);
    assertThat(hold.reasons()).contains(RefusalMessages.QUOTES);
  }

  @Test
  void theLimitIsThatOfThePage() throws IOException {
    String many =
        Stream.iterate(0, i -> i + 1)
            .limit(50)
            .map(
                i -> {
                  office.join("member" + i, "rights", Role.MEMBER);
                  return "member" + i + "@rights.example";
                })
            .collect(Collectors.joining(", "));
    writes(BOLA, many, "", "Shall we?");

    nothing();
    assertThat(refused()).singleElement().asString().contains("at most 50 people");
  }

  /** As a program answers all of a letter that its reader got directly. */
  @Test
  void whoAnswersAllOfADirectCopyStaysInIt() throws IOException {
    writes("first@press.example", BOLA, AMINA + ", " + CHIKA, "", "Shall we meet first?");
    writes(
        CHIKA, BOLA + ", " + AMINA, "In-Reply-To: <first@press.example>\n", "At nine, by phone.");

    assertThat(conversations()).hasSize(1);
    List<Entry> said = entries(conversations().getFirst());
    assertThat(said).extracting(Entry::seat).last().isEqualTo(office.seats.get("chika"));
    assertThat(said).hasSize(2);
    assertThat(said.getLast().answers()).isEqualTo(said.getFirst().id());

    writes(AMINA, "", "In-Reply-To: <first@press.example>\n", "Fine.");
    assertThat(entries(conversations().getFirst())).as("with nobody else named").hasSize(3);
  }

  /** More would read it than its author named. */
  @Test
  void anAnswerToFewerBeginsAnother() throws IOException {
    writes("first@press.example", BOLA, AMINA + ", " + CHIKA, "", "Shall we meet first?");
    writes(CHIKA, BOLA, "In-Reply-To: <first@press.example>\n", "Without her?");

    assertThat(conversations())
        .extracting(Thread::audience)
        .containsExactlyInAnyOrder(among("bola", "amina", "chika"), among("bola", "chika"));
  }

  /** They who left are named, and read no more of it. */
  @Test
  void whoLeftIsNotDrawnBackByAnAnswer() throws IOException {
    writes("first@press.example", BOLA, AMINA + ", " + CHIKA, "", "Shall we meet first?");
    office.submit("amina", new ThreadCommand.LeaveConversation(conversations().getFirst().id()));
    writes(CHIKA, BOLA + ", " + AMINA, "In-Reply-To: <first@press.example>\n", "At nine.");

    assertThat(conversations()).hasSize(2);
    assertThat(
            entries(conversations().getFirst()).size() + entries(conversations().getLast()).size())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"leave", "Leave.\n\n> Shall we meet first?", "Quitter", "مغادرة"})
  void oneWordLeavesIt(String word) throws IOException {
    writes(BOLA, AMINA + ", " + CHIKA, "", "Shall we meet first?");
    Thread thread = conversations().getFirst();
    mail(CHIKA, ticketOf("chika"), "Re: Before the call", word);

    assertThat(conversations().getFirst().people().orElseThrow()).isEqualTo(among("bola", "amina"));
    assertThat(entries(thread)).as("nobody reads the word").hasSize(1);
    assertThat(office.events(LetterEvent.WordTaken.class)).hasSize(1);

    mail(CHIKA, ticketOf("chika", thread(thread)), "Re: Before the call", "One more thing.");
    assertThat(refused()).as("as on the page").containsExactly(RefusalMessages.LEFT.english());
    assertThat(entries(thread)).hasSize(1);
  }

  /** The commit by which it was begun. */
  private long thread(Thread thread) {
    return office.state().history().stream()
        .filter(c -> c.events().toString().contains("ThreadStarted[id=" + thread.id()))
        .findFirst()
        .orElseThrow()
        .sequence();
  }

  @Test
  void anObserverLeavesItToo() throws IOException {
    writes(BOLA, DAYO, "", "Shall we meet first?");
    mail(DAYO, ticketOf("dayo"), "Re: Before the call", "leave");

    assertThat(conversations().getFirst().people().orElseThrow()).isEqualTo(among("bola"));
  }

  @Test
  void otherCommandsAreNotPosted() throws IOException {
    writes(BOLA, AMINA + ", " + CHIKA, "", "Shall we meet first?");
    mail(CHIKA, ticketOf("chika"), "Re: Before the call", "unsubscribe");

    assertThat(refused()).containsExactly(RefusalMessages.MISPLACED_IN_CONVERSATION.english());
    assertThat(entries(conversations().getFirst())).hasSize(1);
  }

  @Test
  void itsRefusalTellsNobodyElse() throws IOException {
    writes(BOLA, CHIKA + ", stranger@else.example", "", "Shall we?");

    assertThat(office.events(LetterEvent.LetterRefused.class))
        .singleElement()
        .extracting(LetterEvent.LetterRefused::sender)
        .isEqualTo(BOLA);
    for (String other : List.of("amina", "chika")) {
      SeatId seat = office.seats.get(other);
      assertThat(HoldPresenter.readable(office.state(), seat)).isEmpty();
    }
  }
}
