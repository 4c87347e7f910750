package dev.pgduo.export;

import dev.pgduo.report.TerminalText;

/** Text as it stands in a page of HTML. */
final class HtmlText {
    private HtmlText() {}

    /** The text, also between double quotes, without the characters that XML must not have. */
    static String escaped(String text) {
        return TerminalText.controlsShown(text)
                .replaceAll("[\\x{FFFE}\\x{FFFF}]", "?")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Narrative, in which some is code. */
    static String told(String text) {
        return CodeSpans.write(text, HtmlText::escaped, code -> "<code>" + escaped(code) + "</code>");
    }
}
