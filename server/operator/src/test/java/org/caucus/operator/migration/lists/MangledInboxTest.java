package org.caucus.operator.migration.lists;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.mail.mailbox.ArchivedLetter;
import org.caucus.mail.mailbox.LetterArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A public-inbox as {@code git fast-export} writes it, of letters that went through the worst, and
 * itself cut and changed: what comes out of it is a letter that went in, whole.
 */
@Timeout(60)
class MangledInboxTest {
  private static final int LETTERS = 60;

  /** So much says what it is. */
  private static final int HEAD_OCTETS = 64;

  private static byte[] letter(int i, Random random) {
    String text =
        "From: Ada Obi <ada@rights.example>\nMessage-ID: <"
            + i
            + "@rights.example>\nSubject: No. "
            + i
            + "\n\nblob\nmark :7\ndata 12\nM 100644 :"
            + i
            + " m\nD ab\n";
    return MangledArchiveTest.mangled(text.getBytes(ISO_8859_1), random);
  }

  private static List<byte[]> letters(Random random) {
    List<byte[]> all = new ArrayList<>();
    for (int i = 0; i < LETTERS; i++) {
      all.add(letter(i, random));
    }
    return all;
  }

  /** A blob and a commit for each, as version 2 has them. */
  private static byte[] exported(List<byte[]> letters) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < letters.size(); i++) {
      int mark = 2 * i + 1;
      byte[] letter = letters.get(i);
      put(out, "blob\nmark :" + mark + "\ndata " + letter.length + "\n");
      out.writeBytes(letter);
      put(out, "\ncommit refs/heads/master\nmark :" + (mark + 1));
      put(out, "\nauthor Ada <ada@rights.example> 1655190000 +0100");
      put(out, "\ncommitter Ada <ada@rights.example> 1655190000 +0100\ndata 6\nNo. " + i % 10);
      put(out, "\nM 100644 :" + mark + " m\n\n");
    }
    return out.toByteArray();
  }

  private static void put(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(ISO_8859_1));
  }

  /** What is taken out of it, up to where it cannot be read. */
  private static List<byte[]> taken(byte[] stream) {
    List<byte[]> letters = new ArrayList<>();
    try {
      LetterArchive.of(() -> new ByteArrayInputStream(stream), LetterArchive.Kind.MBOXRD)
          .each(
              m -> {
                if (m.kept() != ArchivedLetter.Kept.UNREAD) {
                  letters.add(m.octets());
                }
              });
    } catch (IOException e) {
      // said, and not passed over: what was taken until then is looked at all the same
    }
    return letters;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void eachLetterComesOutAsItWentIn(long seed) {
    List<byte[]> letters = letters(new Random(seed));

    assertThat(taken(exported(letters)))
        .usingElementComparator(Arrays::compare)
        .containsExactlyElementsOf(letters);
  }

  private static Set<String> asText(List<byte[]> letters) {
    return letters.stream().map(l -> new String(l, ISO_8859_1)).collect(Collectors.toSet());
  }

  /**
   * What is cut off is not taken for a letter; it is an error, or what stands before it is there.
   */
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void aStreamThatIsCutBringsNoLetterThatNobodyWrote(long seed) {
    Random random = new Random(seed);
    List<byte[]> letters = letters(random);
    byte[] whole = exported(letters);
    for (int n = 0; n < 20; n++) {
      byte[] torn = Arrays.copyOf(whole, HEAD_OCTETS + random.nextInt(whole.length - HEAD_OCTETS));
      assertThat(asText(letters)).containsAll(asText(taken(torn)));
    }
  }

  /** Some megabytes of gzip unpack to as many names as fit into four gigabytes. */
  @Test
  void namesWithoutEndAreRefusedAndFillNoMemory() {
    byte[] head = "blob\nmark :1\ndata 1\nx\n".getBytes(ISO_8859_1);
    LetterArchive.Source endless =
        () ->
            new SequenceInputStream(
                new ByteArrayInputStream(head),
                new InputStream() {
                  private byte[] line = new byte[0];
                  private long number;
                  private int at;

                  @Override
                  public int read() {
                    if (at == line.length) {
                      line = ("M 100644 :" + ++number + " m\n").getBytes(ISO_8859_1);
                      at = 0;
                    }
                    return line[at++];
                  }

                  @Override
                  public int read(byte[] into, int from, int most) {
                    into[from] = (byte) read();
                    int more = Math.min(most - 1, line.length - at);
                    System.arraycopy(line, at, into, from + 1, more);
                    at += more;
                    return more + 1;
                  }
                });

    assertThatThrownBy(() -> LetterArchive.of(endless, LetterArchive.Kind.MBOXRD).each(m -> {}))
        .isInstanceOf(IOException.class)
        .hasMessage("more than 1000000 emails in one mailbox file; split it");
  }
}
