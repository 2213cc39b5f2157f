package org.caucus.mail.smtp.catchall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.smtp.server.Envelope;
import org.caucus.mail.smtp.server.LetterSink;
import org.caucus.mail.smtp.server.SmtpServer;
import org.caucus.mail.smtp.server.SmtpServerSettings;

/**
 * An SMTP server on loopback that delivers everything into one folder.
 *
 * <p>A file is the letter below what a delivering host adds (RFC 5321 section 4.4): {@code
 * Return-Path}, one {@code Delivered-To} for each recipient, and {@code Received}. Names are the
 * time of arrival and a running number. A file appears whole or not at all.
 */
public final class CatchAllServer implements AutoCloseable {
  /** Letters kept, and up to {@link #LOOK_EVERY} more; the oldest go first. */
  public static final int MAX_KEPT = 2_000;

  /**
   * Letters between two looks at how many there are: reading the folder costs more than a letter.
   */
  private static final int LOOK_EVERY = 100;

  private static final String ENDING = ".eml";
  private static final Pattern ID = Pattern.compile("[0-9TZ.\\-]{1,60}");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final List<String> ADDED = List.of("return-path", "delivered-to");

  private final Path folder;
  private final InstantSource clock;
  private final SmtpServer inbox;
  private final AtomicInteger count = new AtomicInteger();

  /**
   * Prepares the folder and the server; {@link #start} opens the port.
   *
   * @param folder made when missing
   * @param port on loopback; 0 for any free one
   * @param clock for file names and Received
   * @throws UncheckedIOException when the folder cannot be made
   */
  public CatchAllServer(Path folder, int port, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("the catch-all folder cannot be made", e);
    }
    SmtpServerSettings settings =
        SmtpServerSettings.of(InetAddress.getLoopbackAddress(), port, "localhost");
    this.inbox = new SmtpServer(settings, recipient -> Optional.empty(), this::store, clock);
  }

  /** Opens the port. */
  public void start() {
    inbox.start();
  }

  /** The port in use. */
  public int port() {
    return inbox.port();
  }

  /** What was caught, the newest first. */
  public List<CaughtLetter> list() {
    List<CaughtLetter> caught = new ArrayList<>();
    for (String id : ids().reversed()) {
      stored(id).ifPresent(letter -> caught.add(caught(id, letter)));
    }
    return List.copyOf(caught);
  }

  /** One letter as it was sent, without what was added on arrival; nothing for an unknown id. */
  public Optional<byte[]> letter(String id) {
    return stored(id).map(letter -> letter.withoutLeading(addedFields(letter)).toBytes());
  }

  /** One letter as its file holds it; nothing for an unknown id. */
  public Optional<byte[]> file(String id) {
    return stored(id).map(RawLetter::toBytes);
  }

  /** Closes the port; the files stay. */
  @Override
  public void close() {
    inbox.close();
  }

  private void store(Envelope envelope, byte[] letter) throws LetterSink.TryLater {
    List<Header> added = new ArrayList<>();
    added.add(
        Header.structured(
            "Return-Path", "<" + (envelope.sender() == null ? "" : envelope.sender()) + ">"));
    envelope.recipients().forEach(r -> added.add(Header.structured("Delivered-To", r.toString())));
    byte[] whole = RawLetter.of(letter).prepend(added.toArray(Header[]::new)).toBytes();
    int nth = count.incrementAndGet();
    String number = String.format(Locale.ROOT, "%06d", nth);
    String name = TIME.format(clock.instant()) + "-" + number;
    try {
      Path part = Files.write(folder.resolve(name + ".part"), whole);
      Files.move(part, folder.resolve(name + ENDING), StandardCopyOption.ATOMIC_MOVE);
      if (nth % LOOK_EVERY == 0) {
        forgetOldest();
      }
    } catch (IOException e) {
      throw new LetterSink.TryLater("the catch-all folder cannot be written", e);
    }
  }

  private void forgetOldest() throws IOException {
    List<String> ids = ids();
    for (String id : ids.subList(0, Math.max(0, ids.size() - MAX_KEPT))) {
      Files.deleteIfExists(folder.resolve(id + ENDING));
    }
  }

  /** Ids, the oldest first. */
  private List<String> ids() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted(Comparator.naturalOrder())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the catch-all folder cannot be read", e);
    }
  }

  /** The id comes from a URL: it must be one of our names before it becomes a path. */
  private Optional<RawLetter> stored(String id) {
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(RawLetter.of(Files.readAllBytes(folder.resolve(id + ENDING))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("a caught letter cannot be read", e);
    }
  }

  private static CaughtLetter caught(String id, RawLetter letter) {
    int added = addedFields(letter);
    Optional<MailAddress> sender =
        letter.value("Return-Path").map(v -> v.replaceAll("^<|>$", "")).flatMap(MailAddress::parse);
    List<MailAddress> recipients =
        letter.values("Delivered-To").stream()
            .limit(added - 2L)
            .flatMap(v -> MailAddress.parse(v).stream())
            .toList();
    return new CaughtLetter(id, sender, recipients, letter.withoutLeading(added).toBytes().length);
  }

  /** Return-Path, each Delivered-To, then one Received. */
  private static int addedFields(RawLetter letter) {
    int added = 0;
    for (String name : letter.names()) {
      if (!ADDED.contains(name.toLowerCase(Locale.ROOT))) {
        break;
      }
      added++;
    }
    return added + 1;
  }
}
