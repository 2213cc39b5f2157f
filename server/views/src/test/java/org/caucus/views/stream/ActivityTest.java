package org.caucus.views.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.View;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What one line of the activity view says, and to whom. */
class ActivityTest {
  private final FrameRenderer frames =
      new FrameRenderer(View.DOMAIN, InstantSource.fixed(View.NOW));
  private Workspace now = Given.coalition().state();

  private Commit commit(@Nullable SeatId seat, Event... events) {
    long sequence = now.sequence() + 1;
    Commit commit = new Commit(sequence, "act-" + sequence, View.NOW, seat, null, List.of(events));
    now = now.evolve(commit);
    return commit;
  }

  private JsonObject item(Commit commit, SeatId reader) {
    return Objects.requireNonNull(ActivityRoutes.item(now, commit, reader), "hidden");
  }

  private static Event invited(String id) {
    return new MemberEvent.Invited(
        id, "tunde@press.example", null, "press", Role.MEMBER, Parties.AMINA);
  }

  @Test
  void whoTakesASeatIsWhoActed() {
    Commit invitation = commit(Parties.AMINA, invited("i1"));
    SeatId tunde = new SeatId("tunde");
    Commit taken =
        commit(
            null,
            new MemberEvent.SeatTaken(
                tunde, "person-tunde", "Tunde", "press", Role.MEMBER, "i1", null));

    assertThat(item(taken, Parties.VERA).getString("seat")).isEqualTo("tunde");
    assertThat(item(taken, Parties.VERA).getString("title")).isEqualTo("Tunde");
    JsonObject frame = frames.frame(now, taken, Parties.VERA).orElseThrow();
    assertThat(frame.getJsonArray("happened").getJsonObject(0).getString("seat"))
        .isEqualTo("tunde");
    assertThat(item(invitation, Parties.AMINA).getString("title"))
        .as("an invitation that was taken up")
        .isEqualTo("tunde@press.example");
    assertThat(ActivityRoutes.item(now, invitation, Parties.BOLA)).isNull();
  }

  /** An hour, another liaison or a convenor let them out: that is not told with them. */
  @Test
  void wordsAreTheirAuthorsThePersonWhoLetThemOut() {
    Event words =
        new EntryEvent.EntryPosted(
            "e1",
            Ref.to(Ref.Kind.LIST, "coalition"),
            null,
            Parties.BOLA,
            Audience.everyone(),
            "The memo.",
            Channel.WEB,
            null);
    for (SeatId by : new SeatId[] {Parties.AMINA, Parties.BOLA, null}) {
      Commit commit = commit(by, words);

      assertThat(item(commit, Parties.VERA).getString("seat")).isEqualTo("bola");
      assertThat(ActivityRoutes.item(now, commit, Parties.VERA, "press")).isNotNull();
      assertThat(ActivityRoutes.item(now, commit, Parties.VERA, "rights")).isNull();
    }
  }

  private static EntryLetter letter(String from) {
    return new EntryLetter("blob", null, from, false, List.of());
  }

  /** A convenor let it in: it is not said in their name, nor in their organisation's. */
  @Test
  void aStrangersWordsAreNamedAsTheirs() {
    Commit commit =
        commit(
            Parties.AMINA,
            new ListEvent.ThreadStarted(
                "t1", "coalition", "The leak", Audience.everyone(), Parties.AMINA),
            new EntryEvent.EntryPosted(
                "e1",
                Ref.to(Ref.Kind.THREAD, "t1"),
                null,
                Parties.AMINA,
                Audience.everyone(),
                "What I know.",
                Channel.MAIL,
                letter("Ada Obi <ada@press.example>")));

    assertThat(item(commit, Parties.VERA).getString("from")).isEqualTo("Ada Obi");
    assertThat(ActivityRoutes.item(now, commit, Parties.VERA, "rights")).isNull();
    JsonObject frame = frames.frame(now, commit, Parties.VERA).orElseThrow();
    assertThat(frame.getJsonArray("happened").getJsonObject(0).getString("from"))
        .isEqualTo("Ada Obi");
    JsonObject thread = frame.getJsonObject("put").getJsonArray("threads").getJsonObject(0);
    assertThat(thread.getString("startedFrom")).isEqualTo("Ada Obi");
  }

  /** Their letters are old news, and it is theirs. */
  @Test
  void anArchiveThatIsBroughtInNamesItsAuthors() {
    Commit begun =
        commit(
            Parties.AMINA,
            new ListEvent.ImportBegun(
                "i1", "coalition", "mbox", Audience.everyone(), Parties.AMINA));
    assertThat(item(begun, Parties.VERA).containsKey("from")).as("before they are here").isFalse();

    commit(
        Parties.AMINA,
        new ListEvent.ThreadImported(
            "t1", "coalition", "2022", Audience.everyone(), Parties.AMINA, View.NOW),
        imported("a", "Ada Obi <ada@press.example>"),
        imported("b", "ben@press.example"),
        imported("c", "Ada Obi <ada@press.example>"),
        imported("d", "Chi"),
        imported("e", "Dayo"));

    assertThat(item(begun, Parties.VERA).getString("from"))
        .isEqualTo("Ada Obi, ben@press.example, Chi, …");
    assertThat(item(begun, Parties.VERA).getString("seat")).isEqualTo("amina");
  }

  private static Event imported(String id, String from) {
    return new EntryEvent.EntryImported(
        id,
        Ref.to(Ref.Kind.THREAD, "t1"),
        null,
        Parties.AMINA,
        Audience.everyone(),
        View.NOW,
        "Once.",
        letter(from),
        List.of(),
        null);
  }

  @Test
  void whoOpensAWorkspaceIsItsFirstConvenor() {
    now = Given.nothing().state();
    Commit opened =
        commit(
            null,
            new MemberEvent.WorkspaceOpened("cop", "Code of Practice"),
            Parties.organisation("rights", "Rights Now", Side.CIVIL_SOCIETY),
            Parties.seat(Parties.AMINA, "rights", Role.CONVENOR, null));

    assertThat(item(opened, Parties.AMINA).getString("seat")).isEqualTo("amina");
    assertThat(item(opened, Parties.AMINA).getString("title")).isEqualTo("Code of Practice");
  }

  @Test
  void aRevokedInvitationKeepsItsNameForConvenorsAlone() {
    commit(Parties.AMINA, invited("i1"));
    Commit revoked = commit(Parties.AMINA, new MemberEvent.InvitationRevoked("i1"));

    assertThat(item(revoked, Parties.AMINA).getString("title")).isEqualTo("tunde@press.example");
    assertThat(ActivityRoutes.item(now, revoked, Parties.CHIKA)).isNull();
  }

  @Test
  void aNewerConvenorIsShownTheInvitationOnTheStream() {
    commit(Parties.AMINA, Parties.newcomer("late", Side.CIVIL_SOCIETY));
    SeatId late = new SeatId("late");
    commit(null, Parties.seat(late, "late", Role.CONVENOR, null));
    Commit invitation = commit(late, invited("i1"));

    JsonObject put = frames.frame(now, invitation, late).orElseThrow().getJsonObject("put");
    assertThat(put.getJsonArray("invitations")).hasSize(1);
    assertThat(frames.frame(now, invitation, Parties.CHIKA)).isEmpty();
  }

  @Test
  void aThreadThatStartsSaysWhatWasSaidFirst() {
    Commit started = thread("x".repeat(159) + "\ud83d\ude00 and more", Audience.everyone());

    assertThat(item(started, Parties.VERA).getString("verb")).isEqualTo("thread.started");
    assertThat(item(started, Parties.VERA).getString("excerpt"))
        .as("no half of a character")
        .isEqualTo("x".repeat(159) + "…");
  }

  @Test
  void nobodyReadsAnExcerptOfWhatTheyCannotRead() {
    Commit hidden = thread("Our line in the call", Audience.civilSociety());
    Commit mixed =
        commit(
            Parties.BOLA,
            new ListEvent.ThreadStarted(
                "t2", "coalition", "Removal", Audience.everyone(), Parties.BOLA),
            said("t2", "For ourselves", Audience.civilSociety()));

    assertThat(ActivityRoutes.item(now, hidden, Parties.VERA)).isNull();
    assertThat(item(mixed, Parties.BOLA).getString("excerpt")).isEqualTo("For ourselves");
    assertThat(item(mixed, Parties.VERA).containsKey("excerpt")).isFalse();
  }

  private Commit thread(String text, Audience audience) {
    return commit(
        Parties.BOLA,
        new ListEvent.ThreadStarted("t1", "coalition", "Removal", audience, Parties.BOLA),
        said("t1", text, audience));
  }

  private static Event said(String thread, String text, Audience audience) {
    Ref parent = Ref.to(Ref.Kind.THREAD, thread);
    return new EntryEvent.EntryPosted(
        "e-" + thread, parent, null, Parties.BOLA, audience, text, Channel.WEB, null);
  }

  @Test
  void anUpdateSaysItsFirstWords() {
    Commit posted =
        commit(Parties.CHIKA, update(Update.Attribution.ON_RECORD, Audience.withCompany("chirp")));

    assertThat(item(posted, Parties.AMINA).getString("excerpt")).isEqualTo("From Monday on.");
    assertThat(ActivityRoutes.item(now, posted, Parties.VERA)).isNull();
  }

  @Test
  void anUpdateIsNamedWithItsTermsAndSoIsWhatHangsOnIt() {
    Commit posted =
        commit(Parties.CHIKA, update(Update.Attribution.OFF_RECORD, Audience.everyone()));
    Ref parent = Ref.to(Ref.Kind.UPDATE, "u1");
    Commit comment =
        commit(
            Parties.BOLA,
            new EntryEvent.EntryPosted(
                "e1", parent, null, Parties.BOLA, Audience.everyone(), "Who?", Channel.WEB, null));
    Commit thread = thread("Our line", Audience.everyone());

    assertThat(item(posted, Parties.AMINA).getString("attribution")).isEqualTo("OFF_RECORD");
    assertThat(item(posted, Parties.AMINA).getString("excerpt")).isEqualTo("From Monday on.");
    assertThat(item(comment, Parties.AMINA).getString("title")).isEqualTo("Liaison officer named");
    assertThat(item(comment, Parties.AMINA).getString("attribution")).isEqualTo("OFF_RECORD");
    assertThat(item(thread, Parties.AMINA).containsKey("attribution")).isFalse();
  }

  private static Event update(Update.Attribution attribution, Audience audience) {
    return new UpdateEvent.UpdatePosted(
        "u1",
        "chirp",
        Update.Kind.STATUS,
        Update.Stage.NOTED,
        "Liaison officer named",
        "From Monday on.",
        attribution,
        audience,
        Parties.CHIKA,
        Channel.WEB,
        null);
  }
}
