package org.caucus.workspace.templates;

import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.kernel.Ref;

/** A mailing list. */
record NewList(String part, Audience audience) implements TemplateStep {
  private static final int MAX_SLUG = 63;

  @Override
  public TemplateStep.Made in(TemplateStep.Filling f) {
    String slug = f.slug() + "-" + part;
    slug = slug.length() > MAX_SLUG ? part + slug.hashCode() % 1000 : slug;
    String name = f.say("list." + part);
    String about = f.say("list." + part + ".about");
    return new TemplateStep.Made(
        Ref.Kind.LIST,
        name,
        List.of(about),
        Optional.empty(),
        audience,
        Optional.of(new TemplateStep.Claim(slug, Ref.to(Ref.Kind.LIST, slug))),
        List.of(new ListCommand.OpenList(slug, name, about, slug, audience)));
  }
}
