package dev.pgduo.export;

/** Text as it stands in a page of HTML. */
final class HtmlText {
    private HtmlText() {}

    /** The text, also between double quotes. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Narrative, in which some is code. */
    static String told(String text) {
        return CodeSpans.write(text, HtmlText::escaped, code -> "<code>" + escaped(code) + "</code>");
    }
}
