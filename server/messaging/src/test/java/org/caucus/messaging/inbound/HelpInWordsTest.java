package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.lists.MailingList;
import org.caucus.coalition.polls.Poll;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.mail.NewUpdate;
import org.caucus.coalition.updates.mail.UpdateMailFields;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What our help shows can be written as it stands there, in every language. */
class HelpInWordsTest extends LetterWriting {
  private static final Pattern BLOCK = Pattern.compile("\n\n((?:  [^\n]++\n)++)");

  /** The first lines that it shows, with what depends on the day and on who is here. */
  private String shown(Language language, String key) {
    return shown(language, "transcript", key);
  }

  private String shown(Language language, String catalogue, String key) {
    String help =
        MessageCatalogue.of(catalogue).say(language, key, Map.of("address", "there@x.example"));
    Matcher block = BLOCK.matcher(help.replace("  \u2068", "  "));
    assertThat(block.find()).as(help).isTrue();
    return block
        .group(1)
        .strip()
        .lines()
        .map(String::strip)
        .map(l -> l.replaceAll("2026-12-\\d\\d", office.today().plusDays(30).toString()))
        .map(l -> l.replace("COP-3", "COP-1"))
        .collect(Collectors.joining("\n"));
  }

  private static String called(String action) {
    // the names of organisations that are asked are told, not shown
    List<String> lines = action.lines().toList();
    return lines.stream()
        .map(l -> lines.indexOf(l) == 4 ? l.split(":", 2)[0] + ": press" : l)
        .collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @EnumSource
  void anActionIsPlannedAsHelpShowsIt(Language language) throws IOException {
    opened(Audience.civilSociety());
    String head = called(shown(language, "help-actions"));
    mail("amina@rights.example", ACTIONS, "Joint call", head.replace("COP-1", "COP-CS-1"));

    assertThat(refusals()).as(head + "\n" + (refusals() == 0 ? "" : refused())).isZero();
    Action call = office.state().actions().byId().values().iterator().next();
    assertThat(call.kind()).isEqualTo(Action.Kind.CALL);
    assertThat(call.audience()).isEqualTo(Audience.civilSociety());
    assertThat(call.owner()).isEqualTo(office.seats.get("amina"));
  }

  @ParameterizedTest
  @EnumSource
  void anUpdateSaysWhatHelpShows(Language language) throws IOException {
    opened(Audience.everyone());
    mail(CHIKA, DESK, "News", shown(language, "help-updates") + "\n\nIn two weeks.");

    assertThat(refusals()).as(refusals() == 0 ? "" : refused().toString()).isZero();
    var held = office.state().letters().holds().values().iterator().next();
    UpdateMailFields asks = ((NewUpdate) held.intent()).asks();
    assertThat(asks.said()).isEqualTo(Update.Kind.POSITION);
    assertThat(asks.reached()).isEqualTo(Update.Stage.IN_REVIEW);
    assertThat(asks.quotable()).isEqualTo(Update.Attribution.BACKGROUND);
    assertThat(held.audience()).isEqualTo(Audience.everyone());
    assertThat(asks.publishAt()).isNotNull();
  }

  @ParameterizedTest
  @EnumSource
  void aPollIsOpenedAsHelpShowsIt(Language language) throws IOException {
    mail(BOLA, POLLS, "Where do we meet?", shown(language, "polls", "help"));

    assertThat(refusals()).as(refusals() == 0 ? "" : refused().toString()).isZero();
    Poll.Question asked = office.state().polls().byId().values().iterator().next().asked();
    assertThat(asked.kind()).isEqualTo(Poll.Kind.CHOICE);
    assertThat(asked.voice()).isEqualTo(Poll.VoiceOf.ORGANISATION);
    assertThat(asked.quorum()).isEqualTo(new Poll.Quorum(50, true));
    assertThat(asked.shown()).isEqualTo(Poll.Shown.AT_CLOSE);
    assertThat(asked.audience()).isEqualTo(Audience.civilSociety());
    assertThat(asked.options()).extracting(Poll.Option::text).containsExactly("Abuja", "Lagos");
    assertThat(asked.description().toString()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aConversationIsBegunAsHelpShowsIt(Language language) throws IOException {
    String line =
        shown(language, "conversations", "help")
            .replace("Amina Bello", "Amina")
            .replace("Chika Obi", "chika");
    mail(BOLA, "cop+conversations@caucus.example", "Numbers", line + "\n\nWhose are these?");

    assertThat(refusals()).as(refusals() == 0 ? "" : refused().toString()).isZero();
    var lists = office.state().lists();
    assertThat(lists.threadsOf(MailingList.CONVERSATIONS.slug()))
        .singleElement()
        .extracting(id -> lists.thread(id).orElseThrow().audience())
        .isEqualTo(
            Audience.named(
                List.of(
                    office.seats.get("bola"),
                    office.seats.get("amina"),
                    office.seats.get("chika"))));
  }
}
