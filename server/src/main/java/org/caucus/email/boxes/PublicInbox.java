package org.caucus.email.boxes;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A public-inbox: git repositories in which each commit brings one letter. Version 2 has it in the
 * file {@code m}, and names in {@code d} one that was taken away again; version 1 has a file for
 * each letter, named by a hash, which goes when the letter goes. What was taken away is not read.
 *
 * <p>It is read by the {@code git} of this machine, of which it asks for history and objects alone.
 * A repository has settings of its own, which name programs: to check signatures, to fetch what is
 * missing. None of them is run.
 */
record PublicInbox(Path path) implements Box {
  /** {@code :old-mode new-mode old-object new-object status TAB path}. */
  private static final Pattern CHANGE =
      Pattern.compile(":\\d+ \\d+ ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) ([AMD])\\t(.{1,4000})");

  private static final Pattern LETTER = Pattern.compile("m|[0-9a-f]{2}/[0-9a-f]{38,62}");

  @Override
  public void each(Taker taker) throws IOException {
    for (Path repository : repositories()) {
      read(repository, letters(repository), taker);
    }
  }

  private List<Path> repositories() throws IOException {
    for (Path epochs : List.of(path.resolve("git"), path)) {
      if (Files.isDirectory(epochs)) {
        try (Stream<Path> all = Files.list(epochs)) {
          List<Path> found =
              all.filter(p -> p.getFileName().toString().matches("\\d{1,9}\\.git"))
                  .sorted(java.util.Comparator.comparingInt(PublicInbox::epoch))
                  .toList();
          if (!found.isEmpty()) {
            return found;
          }
        }
      }
    }
    return List.of(Files.isDirectory(path.resolve(".git")) ? path.resolve(".git") : path);
  }

  private static int epoch(Path repository) {
    return Integer.parseInt(repository.getFileName().toString().replace(".git", ""));
  }

  /** The objects that are letters, in the order they came. */
  private static List<String> letters(Path repository) throws IOException {
    Map<Integer, String> all = new LinkedHashMap<>();
    Map<String, List<Integer>> places = new LinkedHashMap<>();
    Process git =
        git(
            repository,
            "log",
            "--reverse",
            "--raw",
            "--no-abbrev",
            "--no-renames",
            "--no-show-signature",
            "--format=");
    git.getOutputStream().close();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(git.getInputStream(), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher change = CHANGE.matcher(line);
        if (!change.matches()) {
          continue;
        }
        String before = change.group(1);
        String after = change.group(2);
        boolean gone = change.group(3).equals("D");
        if (change.group(4).equals("d") || (gone && !change.group(4).equals("m"))) {
          List<Integer> known = places.getOrDefault(gone ? before : after, List.of());
          if (!known.isEmpty()) {
            all.remove(known.removeLast());
          }
        } else if (!gone && LETTER.matcher(change.group(4)).matches()) {
          int place = all.isEmpty() ? 0 : next(all);
          all.put(place, after);
          places.computeIfAbsent(after, a -> new ArrayList<>()).add(place);
        }
      }
    }
    end(git);
    return List.copyOf(all.values());
  }

  private static int next(Map<Integer, String> all) {
    return ((LinkedHashMap<Integer, String>) all).sequencedKeySet().getLast() + 1;
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

  private static Mail object(InputStream objects, String name) throws IOException {
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
    return new Mail(octets, null);
  }

  private static Process git(Path repository, String... words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-c", "safe.directory=*", "--no-pager", "--git-dir=" + repository));
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
        throw new IOException("this is no public-inbox: git cannot read its history");
      }
    } catch (InterruptedException e) {
      throw new IOException("interrupted", e);
    }
  }
}
