package org.caucus.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.caucus.identity.sessions.ShortCache;
import org.caucus.mail.message.MailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where people are written to is known for a moment, and what changes here at once. */
class WrittenToTest {
  private static final MailAddress OLD = MailAddress.of("ada@rights.example");
  private static final MailAddress NEW = MailAddress.of("ada@home.example");

  @TempDir Path directory;

  private static MailAddress receiving(Persons persons, String id) {
    return persons.written(List.of(id)).await().get(id).addresses().receiving();
  }

  @Test
  void whatChangesHereCountsAtOnceAndWhatChangesElsewhereAMomentLater() {
    try (AccountsFixture house = new AccountsFixture(directory)) {
      Persons here = house.persons;
      var cookies = new Cookies(URI.create("https://caucus.example"));
      var elsewhere =
          new Persons(house.mongo, house.vault, house.sessions, cookies, List.of(), house.clock);
      String id = here.ensure(OLD.toString(), "Ada Obi").await().id();
      assertThat(receiving(here, id)).isEqualTo(OLD);

      elsewhere
          .change(id, a -> a.with(NEW, house.now.get()).receivingAt(NEW, house.now.get()))
          .await();
      assertThat(receiving(elsewhere, id)).isEqualTo(NEW);
      assertThat(receiving(here, id)).as("for a moment").isEqualTo(OLD);
      house.pass(ShortCache.KEPT);
      assertThat(receiving(here, id)).isEqualTo(NEW);

      here.change(id, a -> a.receivingAt(OLD, house.now.get())).await();
      assertThat(receiving(here, id)).isEqualTo(OLD);
      assertThat(here.written(List.of("nobody", id)).await()).containsOnlyKeys(id);
    }
  }
}
