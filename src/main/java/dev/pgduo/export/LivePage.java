package dev.pgduo.export;

import dev.pgduo.report.ResourceText;

/** A page that shows a lab while it is played, in the look of {@link Html}: its own text, its style sheet and its script. */
public final class LivePage {
    private LivePage() {}

    /**
     * The page before anything has happened. It takes {@code page.css}, {@code live.js}, {@code icon.svg} and {@code events} from beside itself.
     *
     * @param title of the lab
     * @param language of its text
     */
    public static String html(String title, String language) {
        return ResourceText.of(LivePage.class, "live.html")
                .replace("@LANGUAGE@", HtmlText.escaped(language))
                .replace("@TITLE@", HtmlText.escaped(title));
    }

    /** Its style sheet. */
    public static String css() {
        return ResourceText.of(LivePage.class, "page.css");
    }

    /** Its picture in a list of pages. */
    public static String icon() {
        return ResourceText.of(LivePage.class, "icon.svg");
    }

    /** Its script. */
    public static String script() {
        return ResourceText.of(LivePage.class, "live.js");
    }
}
