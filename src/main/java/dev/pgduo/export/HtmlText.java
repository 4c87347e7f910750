package dev.pgduo.export;

import dev.pgduo.report.TerminalText;

/** Escapes text for HTML. */
final class HtmlText {
    private HtmlText() {}

    /** The escaped text, also for attributes in double quotes, without characters that XML does not allow. */
    static String escaped(String text) {
        return TerminalText.controlsShown(text)
                .replaceAll("[\\x{FFFE}\\x{FFFF}]", "?")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Narrative text with code in backquotes. */
    static String told(String text) {
        return CodeSpans.write(text, HtmlText::escaped, code -> "<code>" + escaped(code) + "</code>");
    }
}
