package org.caucus.views.files;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What sort of file something is: by its type, or by the ending of its name where that says
 * nothing.
 */
enum FileCategory {
  PICTURE,
  DOCUMENT,
  TABLE,
  AUDIO,
  VIDEO,
  ARCHIVE,
  OTHER;

  /** The endings of names, by category. */
  private static final Map<String, FileCategory> ENDINGS =
      Map.of(
              PICTURE, "png,jpg,jpeg,gif,webp,heic,heif,avif,tif,tiff,bmp,svg",
              DOCUMENT, "pdf,doc,docx,odt,rtf,txt,md,ppt,pptx,odp,odg,epub,htm,html,pages,key,eml",
              TABLE, "xls,xlsx,ods,csv,tsv,numbers",
              AUDIO, "mp3,m4a,wav,oga,opus,flac,amr,aac",
              VIDEO, "mp4,m4v,mov,3gp,webm,mkv,ogv,avi",
              ARCHIVE, "zip,7z,gz,tgz,tar,xz,bz2,rar,mbox")
          .entrySet()
          .stream()
          .flatMap(
              e -> Stream.of(e.getValue().split(",", -1)).map(end -> Map.entry(end, e.getKey())))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  /** The category of a file. */
  static FileCategory of(String type, String name) {
    FileCategory byName = ENDINGS.getOrDefault(ending(name), OTHER);
    return byName == OTHER ? byType(type.toLowerCase(Locale.ROOT)) : byName;
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static FileCategory byType(String type) {
    return switch (type.substring(0, Math.max(0, type.indexOf('/')))) {
      case "image" -> PICTURE;
      case "audio" -> AUDIO;
      case "video" -> VIDEO;
      case "text", "message" -> type.equals("text/csv") ? TABLE : DOCUMENT;
      default -> byApplication(type);
    };
  }

  private static FileCategory byApplication(String type) {
    if (type.contains("spreadsheet") || type.contains("excel")) {
      return TABLE;
    }
    if (type.contains("pdf") || type.contains("word") || type.contains("opendocument")) {
      return DOCUMENT;
    }
    return type.contains("zip") || type.contains("tar") ? ARCHIVE : OTHER;
  }
}
