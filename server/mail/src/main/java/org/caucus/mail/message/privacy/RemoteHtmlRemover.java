package org.caucus.mail.message.privacy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.XmlDeclaration;

/**
 * Markup from which a program fetches nothing. Of each element those attributes are looked at that
 * are not known to be mere words or to be followed by choice, so that one nobody thought of is cut
 * too.
 */
final class RemoteHtmlRemover {
  /** Elements that are there to show or do what comes from elsewhere. */
  private static final Set<String> GONE =
      Set.of(
          "applet",
          "bgsound",
          "embed",
          "frame",
          "iframe",
          "layer",
          "noembed",
          "noframes",
          "object",
          "portal",
          "script");

  /** Words, names, and addresses that are followed when somebody chooses to. */
  private static final Set<String> WORDS =
      Set.of(
          """
          abbr action align alt cite class colspan content datatype datetime dir formaction
          for height id itemid itemprop itemtype label lang longdesc name placeholder prefix
          property rel resource role rowspan summary title typeof value vocab width
          """
              .split("\\s+"));

  private static final Set<String> HARMLESS_METAS =
      Set.of("content-type", "content-language", "content-style-type", "x-ua-compatible");

  private static final Pattern SCHEME =
      Pattern.compile("(^|[,;'\"(=])(https?|ftps?|wss?|file|smb|feed|blob|jar|view-source|mhtml):");
  private static final Pattern PICTURE = Pattern.compile("data:image/[a-z0-9.+-]+[;,].*");

  private boolean changed;

  private RemoteHtmlRemover() {}

  /** The markup of a document without it; empty if it has none. */
  static Optional<String> of(Document document) {
    RemoteHtmlRemover neutral = new RemoteHtmlRemover();
    List<Node> all = new ArrayList<>();
    document.traverse((node, depth) -> all.add(node));
    all.forEach(neutral::look);
    if (!neutral.changed) {
      return Optional.empty();
    }
    document.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.base);
    document.charset(StandardCharsets.UTF_8); // says so in the markup too
    return Optional.of(document.outerHtml());
  }

  private void look(Node node) {
    switch (node) {
      case Comment comment when fetches(comment.getData()) -> remove(comment);
      case XmlDeclaration declaration when declaration.name().contains("stylesheet") ->
          remove(declaration);
      case Element element -> look(element);
      default -> {}
    }
  }

  /** Some programs read what stands in conditional comments. */
  private static boolean fetches(String words) {
    String bare = bare(words);
    return bare.contains("//") || bare.contains("url(") || SCHEME.matcher(bare).find();
  }

  private void look(Element element) {
    String name = local(element.normalName());
    if (GONE.contains(name) || isInstruction(element, name)) {
      remove(element);
      return;
    }
    if (name.equals("style")) {
      String css = element.data().isEmpty() ? element.wholeText() : element.data();
      RemoteCssRemover.of(css).ifPresent(left -> restyle(element, left));
    }
    for (Attribute attribute : element.attributes().asList()) {
      look(element, name, attribute);
    }
  }

  private static boolean isInstruction(Element element, String name) {
    return switch (name) {
      case "base" -> element.hasAttr("href");
      case "link" -> isElsewhere(element.attr("href")) || element.hasAttr("imagesrcset");
      case "meta" ->
          element.hasAttr("http-equiv")
              && !HARMLESS_METAS.contains(
                  element.attr("http-equiv").strip().toLowerCase(Locale.ROOT));
      default -> false;
    };
  }

  private void restyle(Element style, String css) {
    changed = true;
    style.empty();
    style.appendChild(new DataNode(css));
  }

  private void look(Element element, String name, Attribute attribute) {
    String key = attribute.getKey().toLowerCase(Locale.ROOT);
    String value = attribute.getValue();
    if (key.startsWith("on") || key.equals("ping") || key.equals("srcdoc")) {
      cut(element, attribute);
    } else if (key.equals("style")) {
      RemoteCssRemover.of(value)
          .ifPresent(
              left -> {
                changed = true;
                element.attr(attribute.getKey(), left);
              });
    } else if (!isChosen(name, key) && (isElsewhere(value) || isStyled(value))) {
      cut(element, attribute);
    }
  }

  /** Mere words, names of namespaces, and what is followed when somebody chooses to. */
  private static boolean isChosen(String element, String key) {
    boolean link = element.equals("a") || element.equals("area");
    return WORDS.contains(key)
        || key.startsWith("xmlns")
        || key.startsWith("aria-")
        || key.startsWith("data-")
        || (link && local(key).equals("href"));
  }

  private static boolean isStyled(String value) {
    return value.toLowerCase(Locale.ROOT).replaceAll("\\s", "").contains("(")
        && RemoteCssRemover.of(value).isPresent();
  }

  private static boolean isElsewhere(String value) {
    String bare = bare(value);
    if (bare.startsWith("cid:") || bare.startsWith("mid:") || PICTURE.matcher(bare).matches()) {
      return bare.indexOf(',') >= 0 && bare.startsWith("cid:") && SCHEME.matcher(bare).find();
    }
    return bare.contains("//") || SCHEME.matcher(bare).find();
  }

  /** As programs read an address: without blanks and controls in it, all slashes one way. */
  private static String bare(String value) {
    return value.replaceAll("[\\s\\p{Cntrl}]", "").replace('\\', '/').toLowerCase(Locale.ROOT);
  }

  private static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  private void cut(Element element, Attribute attribute) {
    changed = true;
    element.removeAttr(attribute.getKey());
  }

  private void remove(Node node) {
    changed = true;
    if (node.parent() != null) {
      node.remove();
    }
  }
}
