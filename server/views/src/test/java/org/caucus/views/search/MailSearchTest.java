package org.caucus.views.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.moderation.LetterCommand.PostLetter;
import org.caucus.coalition.moderation.LetterOrders;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.messaging.notifications.AtPostOffice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes back by SMTP to the person who searches by mail. */
class MailSearchTest extends AtPostOffice {
  private int letters;

  @BeforeEach
  void search() {
    office.finder = new MailSearch(new SearchIndexes(office.rooms));
  }

  private void post(String list, String subject, String text) {
    office.submit("ben", new ListCommand.StartThread(list, subject, Post.web(text, null, null)));
  }

  private String found(String person, String words) {
    letters++;
    String id = "o" + letters + "@home.example";
    var order = new LetterOrders("", "code+control@lists.example", person + "@home.example");
    office.submit(
        person,
        new PostLetter(
            order, "", "search " + words, new EntryLetter("blob", id, null, false, List.of())));
    office.delivered();
    return ParsedLetter.of(office.lettersOf(person).getLast()).text();
  }

  @Test
  void whoSearchesByMailFindsWhatTheyCanReadAndNoMore() {
    post("coalition", "Memo", "The okapi in everybody's sight");
    post("caucus", "Plan", "The okapi among ourselves");
    office.delivered();

    assertThat(found("ada", "okapi"))
        .contains("okapi in everybody's sight", "okapi among ourselves", "/w/code/threads/")
        .contains("Results: 2.");
    assertThat(found("lin", "okapi"))
        .contains("okapi in everybody's sight", "Results: 1.")
        .doesNotContain("among ourselves");
    assertThat(found("lin", "zebra")).contains("No results.");
  }
}
