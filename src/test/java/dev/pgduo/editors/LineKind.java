package dev.pgduo.editors;

/** What the reader says that a line of a lab is. Blank lines are none of these. */
enum LineKind {
    FRONT_MATTER("frontmatter"),
    DIRECTIVE("meta.directive."),
    /** The title above a rule: a grammar that reads line by line cannot tell it from prose. */
    TITLE("meta.paragraph"),
    RULE("markup.heading"),
    PROSE("meta.paragraph"),
    COMMAND("entity.name.tag.prompt.command"),
    SHELL("meta.embedded.inline.shell"),
    SQL("meta.embedded.inline.sql"),
    OUTPUT("markup.raw.output");

    private final String scope;

    LineKind(String scope) {
        this.scope = scope;
    }

    /** A part of the scope that a TextMate grammar gives to some of the line. */
    String scope() {
        return scope;
    }
}
