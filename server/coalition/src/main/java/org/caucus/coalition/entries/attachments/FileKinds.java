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
import org.caucus.kernel.Message;
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
      part.pdf-document | application/pdf | pdf
      part.picture | image/png | png
      part.picture | image/jpeg | jpg jpeg
      part.picture | image/gif | gif
      part.picture | image/webp | webp
      part.picture | image/heic image/heif image/heic-sequence image/heif-sequence | heic heif
      part.picture | image/avif | avif
      part.picture | image/tiff | tif tiff
      part.picture | image/bmp | bmp
      part.archive-or-office-document | application/zip application/x-tika-ooxml application/x-tika-ooxml-protected \
      application/epub+zip application/vnd.oasis.opendocument.text application/vnd.oasis.opendocument.spreadsheet \
      application/vnd.oasis.opendocument.presentation application/vnd.oasis.opendocument.graphics | zip \
      docx:application/vnd.openxmlformats-officedocument.wordprocessingml.document \
      xlsx:application/vnd.openxmlformats-officedocument.spreadsheetml.sheet \
      pptx:application/vnd.openxmlformats-officedocument.presentationml.presentation \
      odt:application/vnd.oasis.opendocument.text ods:application/vnd.oasis.opendocument.spreadsheet \
      odp:application/vnd.oasis.opendocument.presentation odg:application/vnd.oasis.opendocument.graphics \
      epub:application/epub+zip
      part.office-document | application/x-tika-msoffice application/msword application/vnd.ms-excel \
      application/vnd.ms-powerpoint application/vnd.ms-outlook | doc:application/msword xls:application/vnd.ms-excel \
      ppt:application/vnd.ms-powerpoint msg:application/vnd.ms-outlook docx xlsx pptx
      part.text-document | application/rtf text/rtf | rtf
      part.archive | application/x-7z-compressed | 7z
      part.archive | application/gzip application/x-gzip | gz tgz
      part.archive | application/x-tar application/x-gtar application/x-ustar | tar
      part.archive | application/x-xz | xz
      part.archive | application/x-bzip2 application/x-bzip | bz2
      part.recording | audio/mpeg | mp3
      part.recording | video/mp4 audio/mp4 application/mp4 audio/x-m4a video/x-m4v video/quicktime video/3gpp | \
      mp4 m4a m4v mov 3gp
      part.recording | audio/vnd.wave audio/x-wav | wav
      part.recording | application/ogg audio/ogg audio/vorbis audio/opus video/ogg audio/x-oggflac | ogg oga opus ogv
      part.recording | video/webm video/x-matroska application/x-matroska | webm mkv
      part.recording | audio/x-flac audio/flac | flac
      part.recording | audio/amr audio/x-aac | amr aac
      part.letter | message/rfc822 | eml
      part.text | text/plain text/csv text/x-log application/json text/vtt application/x-subrip text/calendar \
      text/x-vcard text/x-vcalendar text/x-web-markdown application/pgp-signature application/pgp-encrypted \
      application/pgp-keys application/pgp message/news text/x-matlab text/troff | \
      txt csv:text/csv tsv md log json:application/json srt \
      vtt ics:text/calendar vcf:text/vcard asc:application/pgp-signature sig eml:message/rfc822 age
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
    return Refusal.unsupported(Message.of("this-is-not-a-kind-of", "type", type));
  }

  private static Refusal belied(String ending, Kind kind) {
    String named = BY_ENDING.get(ending);
    return Refusal.unsupported(
        named == null
            ? Message.of("files-whose-name-ends-in-are", "ending", ending)
            : Message.of(
                "the-name-ends-in-but-what",
                "ending",
                ending,
                "named",
                Message.of(named),
                "found",
                Message.of(kind.called())));
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split(" +", -1));
  }
}
