package org.caucus.messaging.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.mail.auth.dkim.DkimCheck;
import org.caucus.mail.auth.dkim.DkimKey;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.OutgoingMail;
import org.caucus.messaging.notifications.PostOffice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file goes to many readers and is read, encoded and hashed once for all of them. */
class EnclosedOnceTest {
  private static final int READERS = Integer.getInteger("readers", 30);
  private static final int OCTETS = 4 * 1024 * 1024;

  @TempDir Path directory;
  private final AtomicInteger reads = new AtomicInteger();
  private final byte[] memo = new byte[OCTETS];
  private PostOffice office;
  private String record;

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    for (int i = 0; i < READERS - 3; i++) {
      office.join("p" + i, "Person " + i, "press", Role.MEMBER);
    }
    new Random(7).nextBytes(memo);
    String blob = office.blobs.put(office.workspace, memo).await().value();
    Entry.Attached file = new Entry.Attached(blob, "memo.pdf", "application/pdf", OCTETS);
    Post post = Post.web("The memo.", null, null).with(List.of(file));
    office.submit("ada", new ListCommand.StartThread("coalition", "Memo", post));
  }

  @AfterEach
  void close() {
    office.close();
  }

  private PostComposer composer() throws NoSuchAlgorithmException {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
    keys.initialize(2_048);
    var pair = keys.generateKeyPair();
    DkimKey key = new DkimKey(PostOffice.DOMAIN, "s", pair.getPrivate());
    record =
        "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    return new Composing(office).by(key, reads::incrementAndGet);
  }

  @Test
  void soMemoryDoesNotFollowTheNumberOfReaders() throws Exception {
    PostComposer posts = composer();
    Composing composing = new Composing(office);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    long began = System.nanoTime();
    List<RawLetter> some = new ArrayList<>();
    int letters = 0;
    for (DeliveryBatch parcel : composing.parcels()) {
      List<String> who = parcel.recipients().stream().map(DeliveryBatch.Recipient::who).toList();
      var batch = posts.letters(parcel, who);
      for (String one : who) {
        OutgoingMail.Raw raw = (OutgoingMail.Raw) batch.of(one).orElseThrow();
        letters++;
        if (letters == 1 || letters == READERS) {
          some.add(raw.letter());
        }
      }
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    System.out.printf(
        "enclosed: %d letters of %d octets: %d reads, %d ms, %d MB allocated here%n",
        letters, OCTETS, reads.get(), (System.nanoTime() - began) / 1_000_000, allocated >> 20);

    assertThat(letters).isEqualTo(READERS);
    assertThat(reads).hasValue(1);
    assertThat(allocated).isLessThan(20L * OCTETS);
    for (RawLetter letter : some) {
      byte[] got = letter.toBytes();
      assertThat(ParsedLetter.of(got).attachments().getFirst().contentIn(got)).isEqualTo(memo);
      assertThat(new DkimCheck(name -> List.of(record)).signers(letter, office.now()))
          .containsExactly(PostOffice.DOMAIN);
    }
    assertThat(some.getFirst().hasBodyOf(some.getLast())).isTrue();
  }
}
