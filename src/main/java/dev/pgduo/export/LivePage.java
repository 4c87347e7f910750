package dev.pgduo.export;

import dev.pgduo.report.ResourceText;

/** A page that shows a lab during its play, in the style of {@link Html}: HTML, style sheet and script. */
public final class LivePage {
    private LivePage() {}

    /**
     * The page without events. It loads {@code page.css}, {@code live.js}, {@code icon.svg} and {@code events} from its own
     * directory.
     *
     * @param title the lab's title
     * @param language the language of its text
     */
    public static String html(String title, String language) {
        return ResourceText.of(LivePage.class, "live.html")
                .replace("@LANGUAGE@", HtmlText.escaped(language))
                .replace("@TITLE@", HtmlText.escaped(title));
    }

    /** The style sheet. */
    public static String css() {
        return ResourceText.of(LivePage.class, "page.css");
    }

    /** The icon. */
    public static String icon() {
        return ResourceText.of(LivePage.class, "icon.svg");
    }

    /** The script. */
    public static String script() {
        return ResourceText.of(LivePage.class, "live.js");
    }
}
