package org.caucus.postmaster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.caucus.issues.Issue;
import org.caucus.issues.fields.IssueState;
import org.caucus.issues.fields.Priority;
import org.caucus.members.Audience;
import org.caucus.postmaster.arrival.Words;
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
    assertThat(refused().getFirst()).isEqualTo(Words.NO_STATE_YET);
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
    assertThat(office.events(org.caucus.issues.IssueEvent.IssueOpened.class)).isEmpty();
    assertThat(refused().getLast()).contains("understood like this");
  }

  @Test
  void aStateIsAnsweredInFrenchOnAClosedIssue() throws IOException {
    opened(null);
    mail(BOLA, ticketOf("bola"), "Re: 24 hours", "État : terminé\n\nVoilà.");
    assertThat(issue("COP-1").state()).isEqualTo(IssueState.DONE);
    mail(BOLA, ticketOf("bola"), "Re: 24 hours", "Etat : ouvert\n\nNon.");
    assertThat(issue("COP-1").state()).isEqualTo(IssueState.OPEN);
  }
}
