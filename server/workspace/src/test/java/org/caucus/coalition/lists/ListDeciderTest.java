package org.caucus.coalition.lists;

import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.CLAIRE;
import static org.caucus.workspace.Parties.VERA;

import org.assertj.core.api.Assertions;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand.AnswerThread;
import org.caucus.coalition.lists.ListCommand.OpenList;
import org.caucus.coalition.lists.ListCommand.StartThread;
import org.caucus.coalition.lists.subscriptions.ListPrivacy;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.workspace.Given;
import org.junit.jupiter.api.Test;

/** Lists and their threads. */
class ListDeciderTest {
  private static final Post MEMO = Post.web("The draft memo is attached.", null, null);

  @Test
  void aConvenorOpensAList() {
    Given.coalition()
        .when(AMINA, new OpenList("drafting", "Drafting", "", "drafting", Audience.civilSociety()))
        .then(
            new ListEvent.ListOpened(
                "drafting",
                "Drafting",
                "",
                "drafting",
                Audience.civilSociety(),
                ListPrivacy.USUAL));
    Given.coalition()
        .when(BOLA, new OpenList("drafting", "Drafting", "", "drafting", Audience.everyone()))
        .refused(Refusal.Kind.FORBIDDEN);
    Given.coalition()
        .when(AMINA, new OpenList("civil", "Civil", "", "civil", Audience.everyone()))
        .refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void aConvenorCannotOpenAListTheyCouldNotRead() {
    Given.coalition()
        .when(AMINA, new OpenList("desk", "Desk", "", "desk", Audience.companyOnly("chirp")))
        .refused(Refusal.Kind.INVALID, "audience");
  }

  @Test
  void aThreadAndItsFirstEntryAreOneCommit() {
    Given.coalition()
        .when(BOLA, new StartThread("civil", "Memo to the agency", MEMO))
        .then(
            new ListEvent.ThreadStarted(
                Given.THING, "civil", "Memo to the agency", Audience.civilSociety(), BOLA),
            new EntryEvent.EntryPosted(
                Given.ENTRY,
                Ref.to(Ref.Kind.THREAD, Given.THING),
                null,
                BOLA,
                Audience.civilSociety(),
                MEMO.text(),
                Channel.WEB,
                null));
  }

  @Test
  void aThreadStaysWithinItsListAndMayBeNarrower() {
    Given.coalition()
        .when(
            BOLA, new StartThread("civil", "Call", Post.web("Join us", null, Audience.everyone())))
        .refused(Refusal.Kind.INVALID, "audience");
    Given narrowed =
        Given.coalition()
            .does(
                BOLA,
                new StartThread(
                    "coalition", "Call", Post.web("Join us", null, Audience.civilSociety())));
    Assertions.assertThat(narrowed.state().lists().thread(Given.THING).orElseThrow().audience())
        .isEqualTo(Audience.civilSociety());
    narrowed.when(CHIKA, new AnswerThread(Given.THING, MEMO)).refused(Refusal.Kind.ABSENT);
  }

  @Test
  void aListOneCannotReadIsNoList() {
    var hidden =
        Given.coalition()
            .when(VERA, new StartThread("civil", "Hello", MEMO))
            .refused(Refusal.Kind.ABSENT);
    var absent =
        Given.coalition()
            .when(VERA, new StartThread("nowhere", "Hello", MEMO))
            .refused(Refusal.Kind.ABSENT);

    Assertions.assertThat(hidden.why()).isEqualTo(absent.why());
  }

  @Test
  void observersStartNoThread() {
    Given.coalition()
        .when(CLAIRE, new StartThread("civil", "Hello", MEMO))
        .refused(Refusal.Kind.FORBIDDEN);
  }

  @Test
  void aWorkspaceHasAtMostSoManyLists() {
    Given full = Given.coalition();
    for (int i = full.state().lists().lists().size(); i < ListDecider.MAX_LISTS; i++) {
      full = full.and(new ListEvent.ListOpened("l" + i, "L" + i, "", "l" + i, Audience.everyone()));
    }
    full.when(AMINA, new OpenList("more", "More", "", "more", Audience.everyone()))
        .refused(Refusal.Kind.CONFLICT);
  }
}
