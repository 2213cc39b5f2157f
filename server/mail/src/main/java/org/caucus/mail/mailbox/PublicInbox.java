package org.caucus.mail.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caucus.mail.mailbox.folders.DirectoryBounds;

/**
 * A public-inbox: git repositories in which each commit brings one letter. Version 2 has it in the
 * file {@code m}, and names in {@code d} one that was taken away again; version 1 has a file for
 * each letter, named by a hash, which goes when the letter goes. What was taken away is not read.
 *
 * <p>It is read by the {@code git} of this machine, of which it asks for history and objects alone.
 * A repository has settings of its own, which name programs: to check signatures, to fetch what is
 * missing. None of them is run. It can also borrow objects of another repository, or be a link to
 * one: what leads out of the given directory is refused before git is asked.
 */
record PublicInbox(Path path) implements LetterArchive {
  /** {@code :old-mode new-mode old-object new-object status TAB path}. */
  private static final Pattern CHANGE =
      Pattern.compile(":\\d+ (\\d+) ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) ([AMDT])\\t(.{1,4000})");

  private static final Pattern EPOCH = Pattern.compile("\\d{1,9}\\.git");

  private static final Pattern LETTER = Pattern.compile("m|[0-9a-f]{2}/[0-9a-f]{38,62}");

  /** Letters are plain files; a tree may also hold links and other repositories. */
  private static final Pattern PLAIN_FILE = Pattern.compile("100(?:644|755|664)");

  /** Repositories that borrow of one another, at most. */
  private static final int MAX_BORROWED = 100;

  /** Whether there are repositories at this path, by their names. */
  static boolean isAt(Path path) {
    boolean bare = Files.exists(path.resolve("HEAD")) && Files.exists(path.resolve("objects"));
    return bare
        || Files.exists(path.resolve(".git"))
        || Files.isDirectory(path.resolve("git"))
        || !epochs(path).isEmpty();
  }

  @Override
  public void each(Taker taker) throws IOException {
    List<Path> repositories = repositories();
    for (Path repository : repositories) {
      hold(DirectoryBounds.of(path), repository, new HashSet<>());
    }
    History history = new History(taker);
    for (Path repository : repositories) {
      tell(repository, taker, history);
    }
    for (Path repository : repositories) {
      read(repository, history.letters(name(repository)), taker);
    }
  }

  /** Holds a repository, and those it borrows of, to the given directory. */
  private static void hold(DirectoryBounds bounds, Path repository, Set<Path> held)
      throws IOException {
    bounds.must(repository);
    if (!held.add(repository.toRealPath())) {
      return;
    }
    if (held.size() > MAX_BORROWED) {
      throw new IOException("more than " + MAX_BORROWED + " repositories borrow of one another");
    }
    bounds.hold(repository);
    Path common = repository.resolve("commondir");
    if (Files.exists(common)) {
      Path other = repository.resolve(Files.readString(common, ISO_8859_1).strip());
      hold(bounds, other, held);
    }
    // of a repository, or of a directory of objects that another borrows of
    for (Path objects : List.of(repository.resolve("objects"), repository)) {
      Path alternates = objects.resolve("info/alternates");
      if (Files.exists(alternates)) {
        for (String line : Files.readAllLines(alternates, ISO_8859_1)) {
          if (!line.isBlank() && !line.startsWith("#")) {
            hold(bounds, objects.resolve(line), held);
          }
        }
      }
    }
  }

  private List<Path> repositories() {
    List<Path> epochs = epochs(path.resolve("git"));
    List<Path> found = epochs.isEmpty() ? epochs(path) : epochs;
    Path own = Files.isDirectory(path.resolve(".git")) ? path.resolve(".git") : path;
    return found.isEmpty() ? List.of(own) : found;
  }

  private static List<Path> epochs(Path directory) {
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(p -> EPOCH.matcher(p.getFileName().toString()).matches())
          .sorted(Comparator.comparingInt(PublicInbox::epoch))
          .toList();
    } catch (IOException e) {
      return List.of(); // what is no directory has none
    }
  }

  private static int epoch(Path repository) {
    return Integer.parseInt(repository.getFileName().toString().replace(".git", ""));
  }

  /** Tells the history what came and went in a repository, in that order. */
  private static void tell(Path repository, Taker taker, History history) throws IOException {
    if (Files.exists(repository.resolve("shallow"))) {
      taker.take(
          ArchivedLetter.unread(name(repository), "cloned in part; earlier emails are missing"));
    }
    history.begin(name(repository));
    Process git =
        git(
            repository,
            "log",
            "--reverse",
            "--raw",
            "--no-abbrev",
            "--no-color",
            "--no-renames",
            "--no-show-signature",
            "--format=");
    git.getOutputStream().close();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(git.getInputStream(), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher change = CHANGE.matcher(line);
        if (change.matches()) {
          history.note(change);
        }
      }
    }
    end(git);
  }

  private static String name(Path repository) {
    return String.valueOf(repository.getFileName());
  }

  /**
   * What all repositories were told, change by change. What is taken away is named in the newest
   * one, whichever it came in.
   */
  private static final class History {
    private final Taker taker;
    private final Map<String, LinkedHashMap<Integer, String>> all = new HashMap<>();
    private final Map<String, List<Integer>> places = new HashMap<>();
    private String name = "";
    private int next;

    History(Taker taker) {
      this.taker = taker;
    }

    void begin(String repository) {
      name = repository;
      all.put(name, new LinkedHashMap<>());
    }

    void note(Matcher change) throws IOException {
      String after = change.group(3);
      String file = change.group(5);
      boolean gone = change.group(4).equals("D");
      if (gone ? LETTER.matcher(file).matches() && !file.equals("m") : file.equals("d")) {
        List<Integer> known = places.getOrDefault(gone ? change.group(2) : after, List.of());
        if (!known.isEmpty()) {
          Integer place = known.removeLast();
          all.values().forEach(letters -> letters.remove(place));
        }
      } else if (!gone && LETTER.matcher(file).matches()) {
        if (!PLAIN_FILE.matcher(change.group(1)).matches()) {
          taker.take(ArchivedLetter.unread(name + ": " + file, EachFile.LINK));
          return;
        }
        all.getOrDefault(name, new LinkedHashMap<>()).put(next, after);
        places.computeIfAbsent(after, a -> new ArrayList<>()).add(next++);
      }
    }

    List<String> letters(String repository) {
      return List.copyOf(all.getOrDefault(repository, new LinkedHashMap<>()).values());
    }
  }

  private static void read(Path repository, List<String> letters, Taker taker) throws IOException {
    Process git = git(repository, "cat-file", "--batch");
    Thread asking =
        Thread.ofVirtual()
            .start(
                () -> {
                  try (OutputStream names = git.getOutputStream()) {
                    for (String letter : letters) {
                      names.write((letter + "\n").getBytes(UTF_8));
                    }
                  } catch (IOException e) {
                    git.destroy(); // the reader below sees its end too early, and says so
                  }
                });
    try (InputStream objects = new BufferedInputStream(git.getInputStream(), 1 << 16)) {
      for (String letter : letters) {
        taker.take(object(objects, letter));
      }
      asking.join();
    } catch (InterruptedException e) {
      throw new IOException("interrupted", e);
    } finally {
      git.destroy();
    }
  }

  private static ArchivedLetter object(InputStream objects, String name) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int c = objects.read(); c != '\n'; c = objects.read()) {
      if (c < 0 || head.length() > 200) {
        throw new IOException("git gave no object " + name);
      }
      head.append((char) c);
    }
    String[] words = head.toString().split(" ", -1);
    if (words.length != 3 || !words[1].equals("blob")) {
      throw new IOException("git has no letter " + name + ": " + head);
    }
    long size = Long.parseLong(words[2]);
    byte[] octets = null;
    if (size <= MAX_LETTER_OCTETS) {
      octets = objects.readNBytes((int) size);
    } else {
      objects.skipNBytes(size);
    }
    objects.skipNBytes(1);
    return new ArchivedLetter(octets, null);
  }

  private static Process git(Path repository, String... words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "git",
                "-c",
                "safe.directory=*",
                "-c",
                "log.showRoot=true",
                "--no-pager",
                "--git-dir=" + repository));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().put("GIT_NO_REPLACE_OBJECTS", "1");
    builder.environment().put("GIT_NO_LAZY_FETCH", "1");
    builder.environment().put("GIT_ALLOW_PROTOCOL", "none"); // for a git that knows no lazy fetch
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }

  private static void end(Process git) throws IOException {
    try {
      if (git.waitFor() != 0) {
        throw new IOException("not a public-inbox: git cannot read its history");
      }
    } catch (InterruptedException e) {
      throw new IOException("interrupted", e);
    }
  }
}
