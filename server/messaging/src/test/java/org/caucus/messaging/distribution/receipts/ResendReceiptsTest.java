package org.caucus.messaging.distribution.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.moderation.LetterCommand.PostLetter;
import org.caucus.coalition.moderation.LetterOrders;
import org.caucus.kernel.Ref;
import org.caucus.messaging.notifications.PostOffice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The person who had a post sent to them by an order holds a copy like any other. */
class ResendReceiptsTest {
  @TempDir Path directory;
  private PostOffice office;

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    office.submit("lin", new ListCommand.SetDelivery("coalition", Delivery.NONE));
  }

  @AfterEach
  void close() {
    office.close();
  }

  private Entry post(String list) {
    office.submit("ada", new ListCommand.StartThread(list, "Memo", Post.web("Draft", null, null)));
    office.delivered();
    return office.state().entries().byId().values().iterator().next();
  }

  private void get(String person, Entry entry) {
    EntryLetter letter = new EntryLetter("blob", "o1@home.example", null, false, List.of());
    var intent = new LetterOrders("", "code+control@lists.example", person + "@home.example");
    String order = "get <" + entry.id() + "@" + PostOffice.DOMAIN + ">";
    office.submit(person, new PostLetter(intent, "", order, letter));
    office.delivered();
  }

  private boolean isNamed(Entry entry, String person) {
    return office
        .served()
        .of(office.workspace, entry.parent(), office.seat("ada"))
        .contains(office.seat(person));
  }

  @Test
  void thePersonWhoFetchedAPostIsNamedWhenItIsNarrowedAndInTheLedger() {
    Entry entry = post("coalition");
    assertThat(isNamed(entry, "lin")).isFalse();

    get("lin", entry);

    assertThat(office.letterOf("lin", "Memo")).isNotNull();
    assertThat(isNamed(entry, "lin")).isTrue();
    assertThat(office.ledger().ofAll(office.state(), entry, entry.seat()))
        .filteredOn(c -> c.seat().equals(office.seat("lin")))
        .extracting(DeliveryStatusOfSeat::state)
        .containsExactly(DeliveryStatusOfSeat.State.SENT);
    assertThat(office.ledger().of(office.state(), entry, office.seat("lin")).state())
        .as("the copy that was due")
        .isEqualTo(DeliveryStatusOfSeat.State.NOT_WANTED);
  }

  @Test
  void thePersonWhoAsksForWhatTheyCannotReadHoldsNothing() {
    Entry entry = post("caucus");
    assertThat(entry.audience()).isEqualTo(Audience.civilSociety());

    get("lin", entry);

    assertThat(office.lettersOf("lin"))
        .noneMatch(l -> l.value("Subject").orElse("").equals("Memo"));
    assertThat(isNamed(entry, "lin")).isFalse();
    assertThat(
            office
                .served()
                .of(office.workspace, Ref.to(Ref.Kind.ENTRY, entry.id()), office.seat("lin")))
        .isEmpty();
  }
}
