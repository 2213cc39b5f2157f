package org.caucus.mail.message;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.caucus.mail.message.text.HeaderText;
import org.caucus.mail.message.text.ReadableText;
import org.caucus.platform.limits.WorkBudget;
import org.caucus.platform.limits.WorkBudget.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Walks the MIME structure of a letter with MIME4J, within limits, and keeps what was read when it
 * breaks off.
 */
final class LetterParser {
  /** Parts read from one letter; the rest is left unread and the letter marked damaged. */
  static final int MAX_PARTS = 1_000;

  /** Multiparts inside multiparts. */
  static final int MAX_DEPTH = 30;

  /** Header fields of one part. */
  static final int MAX_PART_FIELDS = 500;

  /** Length of one header field of a part, in octets. */
  static final int MAX_PART_FIELD_OCTETS = 64 * 1024;

  /** Octets of all parts together after decoding. */
  static final long MAX_DECODED_OCTETS = 256L * 1024 * 1024;

  /** Octets of one text part that are turned into words. */
  static final int MAX_TEXT_OCTETS = 1024 * 1024;

  /** Octets of the budget that text files and inner letters leave to the words that are shown. */
  static final long SHOWN_OCTETS = WorkBudget.LETTER_OCTETS / 2;

  /**
   * Warnings of the library after which words are missing. It also warns of line ends and blanks,
   * which harm nothing.
   */
  private static final List<String> LOSSES =
      List.of("Body part ended prematurely", "Unexpected end", "Unexpected base64 byte");

  private static final MimeConfig CONFIG =
      MimeConfig.custom()
          .setMaxLineLen(-1)
          .setMaxHeaderCount(MAX_PART_FIELDS)
          .setMaxHeaderLen(MAX_PART_FIELD_OCTETS)
          .setMaxContentLen(-1)
          .build();

  /** What a walk found. */
  record Reading(String text, List<Attachment> attachments, boolean damaged) {}

  private final RawLetter letter;
  private final Predicate<MimePart> wanted;
  private final int keepOctets;
  private final @Nullable WorkBudget budget;
  private final Deque<MimePart> open = new ArrayDeque<>();
  private final List<Field> fields = new ArrayList<>();
  private final MimePart root;
  private BiConsumer<MimePart, byte[]> taker = MimePart::keep;
  private int parts;
  private long decodedOctets;
  private boolean damaged;

  private LetterParser(
      RawLetter letter, Predicate<MimePart> wanted, int keepOctets, @Nullable WorkBudget budget) {
    this.letter = letter;
    this.wanted = wanted;
    this.keepOctets = keepOctets;
    this.budget = budget;
    this.root = MimePart.root(budget == null ? WorkBudget.ofLetter() : budget);
  }

  /** Walked once for all who want its words, on one budget. */
  static LetterParser ofWords(RawLetter letter, WorkBudget budget) {
    LetterParser parser =
        new LetterParser(letter, p -> p.isWords() || p.hasWords(), MAX_TEXT_OCTETS, budget);
    parser.walk();
    return parser;
  }

  static Reading read(RawLetter letter) {
    LetterParser parser = letter.read();
    String text = ReadableText.tidy(parser.root.words());
    List<Attachment> attachments = parser.root.attachments();
    if (text.isBlank() && parser.damaged && attachments.isEmpty()) {
      byte[] body = letter.body();
      text =
          ReadableText.tidy(
              HeaderText.of(Arrays.copyOf(body, Math.min(body.length, MAX_TEXT_OCTETS))));
    }
    return new Reading(text, attachments, parser.damaged);
  }

  /** Every part with words in it, whether it is shown or offered as a file. */
  static List<MimePart> textsOf(RawLetter letter) {
    return letter.read().root.leaves().stream().filter(MimePart::hasWords).toList();
  }

  static byte[] contentAt(RawLetter letter, String path) {
    LetterParser parser =
        new LetterParser(letter, part -> part.path().equals(path), Integer.MAX_VALUE, null);
    parser.walk();
    return parser.root.find(path).map(MimePart::kept).orElse(new byte[0]);
  }

  /** The structure, with the octets of the parts that are wanted. */
  static MimePart walked(RawLetter letter, Predicate<MimePart> wanted, int keepOctets) {
    LetterParser parser = new LetterParser(letter, wanted, keepOctets, null);
    parser.walk();
    return parser.root;
  }

  /** Passes the octets of each wanted part as it is read, at most so many, and keeps none. */
  static void each(
      RawLetter letter, Predicate<MimePart> wanted, int most, BiConsumer<MimePart, byte[]> taker) {
    LetterParser parser = new LetterParser(letter, wanted, most, null);
    parser.taker =
        (part, octets) -> {
          if (wanted.test(part)) {
            taker.accept(part, octets);
          }
        };
    parser.walk();
  }

  private void walk() {
    MimeTokenStream tokens = new MimeTokenStream(CONFIG, monitor(), new DefusedFields(), null);
    tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
    try {
      tokens.parse(contentOf(letter));
      while (tokens.getState() != EntityState.T_END_OF_STREAM
          && parts <= MAX_PARTS
          && open.size() <= MAX_DEPTH) {
        step(tokens);
        tokens.next();
      }
      damaged |= tokens.getState() != EntityState.T_END_OF_STREAM;
    } catch (MimeException | IOException | RuntimeException e) {
      // Hostile octets reach corners of the library that throw anything; what was read so far is
      // the answer.
      damaged = true;
    }
  }

  private void step(MimeTokenStream tokens) throws IOException {
    switch (tokens.getState()) {
      case T_START_HEADER -> fields.clear();
      case T_FIELD -> fields.add(tokens.getField());
      case T_START_MULTIPART -> open.push(newPart(true));
      case T_END_MULTIPART -> open.pop();
      case T_BODY -> readBody(newPart(false), tokens.getDecodedInputStream());
      default -> {}
    }
  }

  private MimePart newPart(boolean multipart) {
    parts++;
    if (budget != null && !budget.takes(Kind.NODES, 1)) {
      parts = MAX_PARTS + 1; // the last one
    }
    MimePart parent = open.peek();
    return parent == null
        ? root.add(fields, multipart, true)
        : parent.add(fields, multipart, false);
  }

  private void readBody(MimePart part, InputStream decoded) throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    boolean keep = wanted.test(part);
    byte[] buffer = new byte[8192];
    long size = 0;
    try {
      for (int n = decoded.read(buffer); n >= 0; n = decoded.read(buffer)) {
        size += n;
        decodedOctets += n;
        if (keep && kept.size() < keepOctets) {
          kept.write(buffer, 0, granted(part, Math.min(n, keepOctets - kept.size())));
        }
        if (decodedOctets > MAX_DECODED_OCTETS) {
          throw new IOException("decoded parts are larger than " + MAX_DECODED_OCTETS + " octets");
        }
      }
    } finally {
      part.read(size);
      taker.accept(part, kept.toByteArray());
    }
  }

  /** So much of it as the whole letter may still hold; what is left out is damage. */
  private int granted(MimePart part, int octets) {
    if (budget == null) {
      return octets;
    }
    long left = budget.left(Kind.OCTETS) - (part.isWords() ? 0 : SHOWN_OCTETS);
    int granted = (int) budget.takesUpTo(Kind.OCTETS, Math.clamp(left, 0, octets));
    damaged |= granted < octets && part.isWords();
    return granted;
  }

  private DecodeMonitor monitor() {
    return new DecodeMonitor() {
      @Override
      public boolean warn(String error, String dropDesc) {
        damaged |= LOSSES.stream().anyMatch(error::startsWith);
        return false;
      }

      @Override
      public boolean isListening() {
        return true;
      }
    };
  }

  /**
   * Only the Content fields of the header matter here; a megabyte of others never reaches the
   * library.
   */
  private static InputStream contentOf(RawLetter letter) {
    byte[] head = letter.contentFields();
    return new SequenceInputStream(new ByteArrayInputStream(head), letter.bodyStream());
  }
}
