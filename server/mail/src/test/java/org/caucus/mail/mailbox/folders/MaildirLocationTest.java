package org.caucus.mail.mailbox.folders;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What names say: flags of a Maildir, and folders as programs of many languages call them. */
class MaildirLocationTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cur/1.a.host:2,D",
        "cur/1.a.host:2,DFRS",
        "cur/1.a.host;2,D",
        "cur/1.a.host!2,D",
        "x\\cur\\1.a.host!2,D",
        "cur/1.a.host,S=12,W=13:2,Dab",
        "cur/1:2,S.host:2,D",
        ".Drafts/cur/1.a.host:2,S",
        ".INBOX.Drafts/cur/1.a.host",
        ".Drafts.Code of Practice/new/1.a.host",
        "Drafts/new/1.a.host",
        "Entw&APw-rfe/cur/1.a.host",
        "Local Folders/Unsent Messages",
        "Brouillons.mbox",
        ".&BicGRAZFBjMGSAYvBicGKg-/cur/1.a.host"
      })
  void theseAreDrafts(String path) {
    assertThat(new MaildirLocation(path).isDraft()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cur/1.a.host:2,ST",
        ".Trash/cur/1.a.host:2,S",
        ".Deleted_Items/cur/1.a.host",
        "Junk/cur/1.a.host",
        ".[Gmail].Spam/cur/1.a.host",
        ".INBOX.&AMk-l&AOk-ments supprim&AOk-s/cur/1.a.host",
        "Mail/Trash",
        "Corbeille.mbox"
      })
  void theseWereThrownAway(String path) {
    assertThat(new MaildirLocation(path).isTrashed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cur/1.a.host:2,S",
        "cur/1.a.host:2,",
        "cur/1.D.host",
        "cur/1.a.host:2,Sdt",
        "cur/1.a.host:1,DT",
        "cur/draft:2,S",
        ".Draft/cur/1.a.host:2,S",
        ".Drafts of the code/cur/1.a.host:2,S",
        "Sent/cur/1.a.host:2,S",
        ".&/cur/1.a.host",
        ".&!!-/cur/1.a.host",
        "letter:2,D.eml"
      })
  void theseAreLetters(String path) {
    MaildirLocation place = new MaildirLocation(path);
    assertThat(place.isDraft() || place.isTrashed()).isFalse();
  }

  @Test
  void whatProgramsKeepForThemselvesIsKnown() {
    assertThat(new MaildirLocation("__MACOSX/cur/._1.a").isOfPrograms()).isTrue();
    assertThat(new MaildirLocation("cur/.nfs0001").isOfPrograms()).isTrue();
    assertThat(new MaildirLocation("a/tmp/1.a.host").isOfPrograms()).isTrue();
    assertThat(new MaildirLocation(".Sent/cur/1.a.host").isOfPrograms()).isFalse();
  }
}
