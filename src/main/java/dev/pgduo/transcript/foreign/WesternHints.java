package dev.pgduo.transcript.foreign;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What texts in French, German, Spanish, Portuguese and Italian say of one of the two servers. */
final class WesternHints {
    private static final String ONE =
            "primaire|principal|maître|maestro|mestre|primario|primário|principale|primär\\p{L}*|publicador|éditeur";
    private static final String TWO =
            "secondaire|esclave|esclavo|escravo|secundario|secundário|secondario|réplica|réplique|sekundär\\p{L}*"
                    + "|suscriptor|assinante|abonné";
    private static final String SERVER =
            "(?<node>(?<one>" + ONE + ")|(?<two>" + TWO + ")|" + Hints.NODES + ")(?![\\p{L}\\p{N}])";
    private static final String MACHINE =
            "serveur|servidor|server|nœud|noeud|nó|nodo|knoten|base|instance|instancia|instância|istanza";

    private static final Pattern ON = Pattern.compile("(?<!\\p{L})(?:sur|dans|auf|en|em|na|nel|nella|sul|sulla"
            + "|no(?=\\s+(?:terminal|novo|" + MACHINE + "|" + ONE + "|" + TWO + ")(?!\\p{L})))\\s+"
            + "(?:(?:les?|la|l|el|il|lo|o|a|dem|der|den|das|des|du|de|do|da|del|della|antigo|antiguo|ancien|alten"
            + "|(?<fresh>nouveau|nouvelle|nuev[oa]|nov[oa]|neuen|nuov[oa])|terminal|consola|console|" + MACHINE
            + ")\\s+)*"
            + SERVER);
    /** A line that names what is done to one of the two, as a title does. */
    private static final Pattern HEAD = Pattern.compile(
            "(?:^|[:.)\\d-]\\s*)(?:configur|prepar|instal|inici|reinici|parar|parada|detener|verific|vérifi|prépar|démarr|redémarr|arrêt|créa|paramétr|einricht|konfigur"
                    + "|vorbereit|mise\\s+en\\s+place)\\p{L}*(?:\\s+\\p{L}+){0,3}?\\s+(?:do|da|del|de|du|des|de\\s+la|le|la|el)\\s+(?:(?:"
                    + MACHINE + ")\\s+)?" + SERVER);

    private static final int LONGEST_HEAD = 100;

    private WesternHints() {}

    /** The server on which something is done according to a sentence in small letters; null when it says none. */
    static @Nullable String node(String sentence) {
        Matcher on = ON.matcher(sentence);
        if (!on.find()) {
            return null;
        }
        String node = node(on);
        return on.group("fresh") != null && "a".equals(node) ? "b" : node;
    }

    /** The server that the last line is about which is like a title. */
    static @Nullable String nodeOfHead(String text) {
        String node = null;
        for (String line : text.split("\n", -1)) {
            Matcher head = HEAD.matcher(line.strip());
            if (line.length() <= LONGEST_HEAD && head.find()) {
                node = node(head);
            }
        }
        return node;
    }

    private static @Nullable String node(Matcher matcher) {
        return matcher.group("one") != null
                ? "a"
                : matcher.group("two") != null ? "b" : Hints.word(matcher.group("node"));
    }
}
