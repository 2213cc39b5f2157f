package org.caucus.coalition.entries.attachments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.tika.Tika;
import org.caucus.kernel.Refusal;
import org.caucus.mail.message.text.FileNames;

/**
 * Which files are taken. The first bytes say what a file is; the ending of its name must fit them,
 * because that is what decides on somebody's desk what opens it. Programs, scripts, pages and
 * documents with macros are not taken; what is in an archive is not looked at.
 */
public final class FileKinds {
  /** Enough of a file to tell what it is, in bytes. */
  static final int LOOKED_AT_BYTES = 64 * 1024;

  /**
   * Line by line: what people call it; the types that its bytes may have, of which the first is
   * shown; the endings its name may have, of which the first is given to a name without one. An
   * ending with a type of its own says so after a colon.
   */
  private static final String TAKEN =
      """
      PDF document | application/pdf | pdf
      picture | image/png | png
      picture | image/jpeg | jpg jpeg
      picture | image/gif | gif
      picture | image/webp | webp
      picture | image/heic image/heif image/heic-sequence image/heif-sequence | heic heif
      picture | image/avif | avif
      picture | image/tiff | tif tiff
      picture | image/bmp | bmp
      archive or office document | application/zip application/x-tika-ooxml application/x-tika-ooxml-protected \
      application/epub+zip application/vnd.oasis.opendocument.text application/vnd.oasis.opendocument.spreadsheet \
      application/vnd.oasis.opendocument.presentation application/vnd.oasis.opendocument.graphics | zip \
      docx:application/vnd.openxmlformats-officedocument.wordprocessingml.document \
      xlsx:application/vnd.openxmlformats-officedocument.spreadsheetml.sheet \
      pptx:application/vnd.openxmlformats-officedocument.presentationml.presentation \
      odt:application/vnd.oasis.opendocument.text ods:application/vnd.oasis.opendocument.spreadsheet \
      odp:application/vnd.oasis.opendocument.presentation odg:application/vnd.oasis.opendocument.graphics \
      epub:application/epub+zip
      office document | application/x-tika-msoffice application/msword application/vnd.ms-excel \
      application/vnd.ms-powerpoint application/vnd.ms-outlook | doc:application/msword xls:application/vnd.ms-excel \
      ppt:application/vnd.ms-powerpoint msg:application/vnd.ms-outlook docx xlsx pptx
      text document | application/rtf text/rtf | rtf
      archive | application/x-7z-compressed | 7z
      archive | application/gzip application/x-gzip | gz tgz
      archive | application/x-tar application/x-gtar application/x-ustar | tar
      archive | application/x-xz | xz
      archive | application/x-bzip2 application/x-bzip | bz2
      recording | audio/mpeg | mp3
      recording | video/mp4 audio/mp4 application/mp4 audio/x-m4a video/x-m4v video/quicktime video/3gpp | mp4 m4a m4v \
      mov 3gp
      recording | audio/vnd.wave audio/x-wav | wav
      recording | application/ogg audio/ogg audio/vorbis audio/opus video/ogg audio/x-oggflac | ogg oga opus ogv
      recording | video/webm video/x-matroska application/x-matroska | webm mkv
      recording | audio/x-flac audio/flac | flac
      recording | audio/amr audio/x-aac | amr aac
      letter | message/rfc822 | eml
      text | text/plain text/csv text/x-log application/json text/vtt application/x-subrip text/calendar text/x-vcard \
      text/x-vcalendar text/x-web-markdown application/pgp-signature application/pgp-encrypted application/pgp-keys \
      application/pgp message/news text/x-matlab text/troff | txt csv:text/csv tsv md log json:application/json \
      srt vtt ics:text/calendar vcf:text/vcard asc:application/pgp-signature sig eml:message/rfc822 age
      """;

  /**
   * What is encrypted looks like anything at all, and nothing runs it: bytes, whatever they are.
   */
  private static final Set<String> ENCRYPTED = Set.of("gpg", "pgp", "age");

  private static final Map<String, List<Kind>> BY_TYPE = new HashMap<>();
  private static final Map<String, String> BY_ENDING = new HashMap<>();

  static {
    TAKEN
        .lines()
        .forEach(
            line -> {
              String[] parts = line.split("\\|", -1);
              Kind kind = Kind.of(parts[0].strip(), words(parts[1]), words(parts[2]));
              for (String type : words(parts[1])) {
                BY_TYPE.computeIfAbsent(type, t -> new ArrayList<>()).add(kind);
              }
              kind.endings().keySet().forEach(e -> BY_ENDING.putIfAbsent(e, kind.called()));
            });
  }

  private FileKinds() {}

  /**
   * One kind.
   *
   * @param endings and the type that is shown for each
   */
  private record Kind(String called, Map<String, String> endings, String first) {
    String typeOf(String ending) {
      return Objects.requireNonNull(endings.get(ending));
    }

    static Kind of(String called, List<String> types, List<String> endings) {
      Map<String, String> all = new HashMap<>();
      for (String ending : endings) {
        int colon = ending.indexOf(':');
        all.put(
            colon < 0 ? ending : ending.substring(0, colon),
            colon < 0 ? types.getFirst() : ending.substring(colon + 1));
      }
      return new Kind(called, all, endings.getFirst().replaceFirst(":.*", ""));
    }
  }

  /**
   * A file that is taken.
   *
   * @param name safe to show and to offer on any system
   */
  public record Known(String name, String type) {}

  /** Loads a table of 1,500 types; only once somebody sends a file. */
  private static final class Detector {
    static final Tika TIKA = new Tika();
  }

  /**
   * What a file is.
   *
   * @param beginning its first bytes
   * @param declared the name it came with
   * @throws Refusal it is not taken, or its name belies it
   */
  public static Known of(byte[] beginning, String declared) {
    byte[] head =
        beginning.length <= LOOKED_AT_BYTES ? beginning : Arrays.copyOf(beginning, LOOKED_AT_BYTES);
    String type = Detector.TIKA.detect(head);
    List<Kind> kinds = BY_TYPE.getOrDefault(type, List.of());
    String name = FileNames.clean(declared, type, "1");
    String ending = ending(name);
    if (ENCRYPTED.contains(ending)) {
      return new Known(name, "application/octet-stream");
    }
    if (kinds.isEmpty()) {
      throw notTaken(type);
    }
    if (ending.isEmpty()) {
      Kind kind = kinds.getFirst();
      return new Known(name + "." + kind.first(), kind.typeOf(kind.first()));
    }
    Kind fitting =
        kinds.stream()
            .filter(k -> k.endings().containsKey(ending))
            .findFirst()
            .orElseThrow(() -> belied(ending, kinds.getFirst()));
    return new Known(name, fitting.typeOf(ending));
  }

  private static Refusal notTaken(String type) {
    return Refusal.unsupported(
        "This is not a kind of file that is taken ("
            + type
            + "). Taken are documents, pictures, recordings, text and archives. Programs, scripts,"
            + " web pages and drawings that act are not: put them into a ZIP file if they must"
            + " go.");
  }

  private static Refusal belied(String ending, Kind kind) {
    String named = BY_ENDING.get(ending);
    return Refusal.unsupported(
        named == null
            ? "Files whose name ends in ."
                + ending
                + " are not taken, whatever is in them: somebody's computer may run them. Put it"
                + " into a ZIP file if it must go."
            : "The name ends in ."
                + ending
                + " ("
                + named
                + "), but what is in the file is another kind: "
                + kind.called()
                + ". Make sure it is the file you mean, and name it accordingly.");
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split(" +", -1));
  }
}
