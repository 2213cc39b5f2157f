package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.Priority;
import org.caucus.kernel.support.Checkout;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads are read in every language that our letters are written in. */
class SpokenHeadsTest extends LetterWriting {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Échéance\u00a0: 2027-01-15\nPriorité\u202f: haute\nConfié à\u00a0: moi\n\nTrop court.",
        "ECHEANCE: 15 janvier 2027\nPRIORITE: HAUTE\nconfie a: moi\n\nTrop court.",
        """
        Date limite : vendredi 15 janvier 2027
        Priorité : élevée
        Responsable : moi

        Trop court.\
        """,
        "تاريخ الاستحقاق: ٢٠٢٧-٠١-١٥\nالأولوية: عالية\nمُسندة إلى: أنا\n\nقصير.",
        """
        \u200fالاستحقاق： \u20682027-01-15\u2069
        \u200fالاولويه: عاليه
        \u200fالمسؤول: أنا

        قصير.\
        """,
        "Due date: January 15, 2027\nPriority: high\nAssigned to: me\n\nToo short."
      })
  void theyOpenAnIssueAndAnswerOne(String text) throws IOException {
    mail(BOLA, TRACKER, "24 heures", text);
    isAsAsked("COP-1");

    opened(null);
    mail(BOLA, ticketOf("bola"), "Re: 24 hours", text);
    isAsAsked("COP-2");
  }

  private void isAsAsked(String label) {
    Issue issue = issue(label);
    assertThat(issue.due()).isEqualTo(LocalDate.parse("2027-01-15"));
    assertThat(issue.facets().priority()).isEqualTo(Priority.HIGH);
    assertThat(issue.assignees()).containsExactly(office.seats.get("bola"));
  }

  @Test
  void bracketsAndAudiencesAreReadToo() throws IOException {
    mail(
        BOLA,
        TRACKER,
        "Délais [priorité=haute; échéance=vendredi]",
        "Destinataires : société civile\n\nTrop court.");
    Issue issue = issue("COP-CS-1");
    assertThat(issue.audience()).isEqualTo(Audience.civilSociety());
    assertThat(issue.facets().priority()).isEqualTo(Priority.HIGH);
    assertThat(issue.due())
        .isEqualTo(office.today().with(TemporalAdjusters.next(DayOfWeek.FRIDAY)));

    mail(BOLA, TRACKER, "مهل", "الجمهور: المجتمع المدني\nالحالة: مفتوحة\n\nقصير.");
    assertThat(refused().getFirst()).isEqualTo(RefusalMessages.NO_STATE_YET.english());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Échéence : 2027-01-15\n\nTrop court.",
        "Priorité : immense\n\nTrop court.",
        "Échéance : un de ces jours\n\nTrop court.",
        "Destinatiares : société civile\n\nEntre nous.",
        "Destinataires : société civlie\n\nEntre nous."
      })
  void whatIsNotUnderstoodGoesToNobody(String text) throws IOException {
    mail(BOLA, TRACKER, "Délais", text);

    assertThat(refusals()).isEqualTo(1);
    assertThat(office.events(org.caucus.coalition.trackers.IssueEvent.IssueOpened.class)).isEmpty();
    assertThat(refused().getLast()).contains("Caucus would understand this");
  }

  @Test
  void aStateIsAnsweredInFrenchOnAClosedIssue() throws IOException {
    opened(null);
    mail(BOLA, ticketOf("bola"), "Re: 24 hours", "État : terminé\n\nVoilà.");
    assertThat(issue("COP-1").state()).isEqualTo(IssueState.DONE);
    mail(BOLA, ticketOf("bola"), "Re: 24 hours", "Etat : ouvert\n\nNon.");
    assertThat(issue("COP-1").state()).isEqualTo(IssueState.OPEN);
  }

  private static String help(String language) throws IOException {
    Properties all = new Properties();
    all.load(
        Files.newBufferedReader(
            Checkout.server("src/main/resources/words/transcript." + language + ".properties"),
            StandardCharsets.UTF_8));
    return all.getProperty("help-issues");
  }

  private static String lines(String language) throws IOException {
    return help(language)
        .lines()
        .filter(line -> line.startsWith("  "))
        .map(String::strip)
        .collect(Collectors.joining("\n"));
  }

  private static List<String> brackets(String language) throws IOException {
    return Pattern.compile("\\[[^\\]]{0,80}=[^\\]]{1,80}\\]")
        .matcher(help(language))
        .results()
        .map(MatchResult::group)
        .toList();
  }

  private Issue issueTitled(String title) {
    return office.state().issues().of(office.state().issues().tracker("COP").orElseThrow()).stream()
        .filter(issue -> issue.title().equals(title))
        .findFirst()
        .orElseThrow(() -> new AssertionError(title + " " + refused()));
  }

  private static String changed(Issue issue) {
    return issue.facets() + " " + issue.due() + " " + issue.assignees() + issue.audience();
  }

  /** What help says that can stand at a head, or in brackets, is sent as it stands there. */
  @Test
  void whatHelpPrintsIsReadInEachLanguage() throws IOException {
    for (int i = 0; i < 3; i++) {
      opened(Audience.civilSociety());
    }
    String in = "COP-CS-3";
    String english = "";
    for (String language : List.of("en", "fr", "ar")) {
      mail(BOLA, TRACKER, "By " + language, lines(language).replace("COP-3", in) + "\n\nSo.");
      Issue opened = issueTitled("By " + language);
      english = english.isEmpty() ? changed(opened) : english;
      assertThat(changed(opened)).as(language).isEqualTo(english);
    }
    assertThat(english).contains("takedown", "2026-12-01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "ar"})
  void bracketsThatHelpPrintsAreRead(String language) throws IOException {
    for (String set : brackets(language)) {
      String id = opened(null);
      String subject = "Re: 24 hours " + set.replace("COP-3", "COP-1");
      int refused = refusals();
      mail(
          BOLA,
          ticketOf("bola"),
          "=?utf-8?B?"
              + Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8))
              + "?=",
          "So be it, " + set);
      boolean takesOff = set.contains("=-");
      assertThat(refusals()).as(set).isEqualTo(takesOff ? refused + 1 : refused);
      Issue issue = office.state().issues().find(id).orElseThrow();
      assertThat(
              takesOff
                  || issue.state() == IssueState.DONE
                  || issue.facets().priority() == Priority.LOW)
          .as(set)
          .isTrue();
    }
    assertThat(brackets(language)).hasSize(3);
  }
}
