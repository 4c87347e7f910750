package dev.pgduo.transcript.foreign;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words that indicate a node, in the names of prompts, in paths and in prose. */
final class Hints {
    private static final String ONE =
            "(?:old|former)[ _-](?:primary|master)|source\\s+(?:host|side|node|machine)|primary|prime|master|leader|publisher|pub|provider|upstream|alpha|α";
    private static final String TWO = "replicat(?:ed|ing|ion)\\s+(?:side|host|node|server|machine)"
            + "|new[ _-](?:primary|master)|(?:target|destination)\\s+(?:host|side|node|machine)"
            + "|standby|replica|repl(?=[-_]?[1-9])|slave|secondary|follower|subscriber|sub|downstream|beta|β|mirror";
    private static final String PLACE =
            "node|server|srv|cluster|clu|host|vm|machine|instance|pg|box|rac|ноде?|узле?|сервере?|вм|хосте?|машине?";
    private static final String ORDINAL_PLACE =
            "(?:first|second|third|fourth)\\s+(?:node|server|host|machine|instance|cluster|vm)";
    private static final Pattern NODE = Pattern.compile("(?:(?<one>" + ONE + ")|(?<two>" + TWO + ")|(?:" + PLACE
            + ")[ _-]?(?:№\\s?)?0?(?:(?<first>[1aа])|(?<second>[2bб]))(?![\\p{L}\\p{N}])|(?<third>(?:" + PLACE
            + ")[ _-]?0?[3-9]|gamma|γ))");
    /** Where one part of a sentence ends and the next one begins. */
    private static final Pattern CLAUSE = Pattern.compile("[,;.!?](?=\\s|$)|[。，；、]|\\s(?:and|while|whereas|и|а)\\s");
    /** Words for one of the two servers, wherever they stand. */
    private static final Pattern SIDE = Pattern.compile(
            "(?<![\\p{L}])(?:(?<one>(?:" + ONE
                    + ")(?!\\p{L})|мастер\\p{L}*|основн\\p{L}+|первичн\\p{L}+|ведущ\\p{L}+|издател\\p{L}+)|(?<two>(?:"
                    + TWO
                    + ")(?!\\p{L})|реплик\\p{L}+|слейв\\p{L}*|резервн\\p{L}+|подписчик\\p{L}*|ведом\\p{L}+))|(?<zhOne>主(?:库|節點|节点|服务器|機|机|端)|发布端)|(?<zhTwo>[从從备備](?:库|庫|節點|节点|服务器|機|机|端)|订阅端)");

    private static final Pattern HOST = Pattern.compile("(?=.*\\p{L})(?:.*\\D)?0*([1-9])");
    /** Names of servers, in small letters. */
    static final String NODES = "(?:(?:" + ONE + "|" + TWO + ")(?:[-_]?\\d{1,2})?|(?:" + PLACE
            + ")[ _-]?(?:№\\s?)?0?[1-9aаbб](?![\\p{L}])|postgres(?:ql)?-0?[1-9](?![.\\p{L}\\p{N}]))";
    /** Where something comes from is not where it is done. */
    private static final String FROM =
            "(?<!(?<!\\p{L})(?:access|connections?|connect|replications?|replicates?|replicated|replicating|backups?|backed up|copy|copied"
                    + "|copying|data|changes|updates?|streams?|streamed|streaming|requests?|pulls?|pulled|reads?|reading|receives?|received|fetch|fetches"
                    + "|fetched|take|taken|wal|files?|logs?|comes|came|differs?|sent)\\s)from";

    private static final Pattern ON = Pattern.compile("(?<![\\p{L}])(?:on|at|in|inside|" + FROM
            + "|onto|(?:terminal|shell|console|prompt|window)(?:\\s+(?:window|session))?\\s+(?:for|of)|connect(?:ed|ing)? to|log(?:ged|ging)?\\s?in(?:\\s?to)?|switch to"
            + "|(?:go|move|return|back) to|ssh (?:in)?to)\\s+(?:the\\s+|your\\s+|our\\s+|both\\s+|(?<=(?:on|to|at|onto)\\s)an?\\s+)?(?:(?:new(?!\\s+(?:primary|master))|old|former|first|second|database|replicated|replica|promoted|remote"
            + "|running|current|original|physical|logical|(?:node|server|host|machine)\\s+(?:to\\s+become|acting\\s+as)(?:\\s+(?:the|an?))?)\\s+)*"
            + "(" + NODES + "|" + ORDINAL_PLACE + ")(?![\\p{L}\\p{N}]|\\s+keys?(?!\\p{L}))");
    private static final Pattern PLURAL =
            Pattern.compile("s?\\s+(?:nodes|servers|hosts|machines|instances|databases)(?!\\p{L})");
    /** Where something is copied to. */
    private static final Pattern TO = Pattern.compile(
            "[^\\p{L}]*(?:(?:step|part)\\s*)?[\\d.)(: ]*(?:clon|copy|copi|transfer|ship|synchroni)\\p{L}*\\s.*\\s(?:to|onto|into)\\s+(?:the\\s+|a\\s+|an\\s+)?(?:new\\s+)?(?<to>"
                    + NODES + ")(?:\\s+(?:node|server|host|machine|instance))?\\s*[:.-]*");

    private static final Pattern ON_RU = Pattern.compile(
            "(?<![\\p{L}])(?:на|в|(?:подключ|переход|перейд|верн|ид)\\p{L}+ (?:к|на)|переключ\\p{L}+ на)\\s+(?:нов\\p{L}+\\s+(?!мастер|основн|первичн|ведущ)|(?:сервер|хост|узл|нод|вм|(?:виртуальн\\p{L}+\\s+)?машин)\\p{L}*\\s+)?"
                    + "(нов\\p{L}+\\s+(?:мастер|основн|первичн|ведущ)\\p{L}*|мастер\\p{L}*|основн\\p{L}+|первичн\\p{L}+|ведущ\\p{L}+|публику\\p{L}+|публикатор\\p{L}*|издател\\p{L}+|реплик\\p{L}+|слейв\\p{L}*|резервн\\p{L}+"
                    + "|подписчик\\p{L}*|ведом\\p{L}+|(?:перв|втор|трет|четв[её]рт)\\p{L}+\\s+(?:сервер|узел|узл|нод|вм|машин|кластер)\\p{L}*"
                    + "|[1-4]-?(?:й|м|ю|ой|ей|ом|ем)?\\s?(?:вм|vm|ноде|узле|сервере)|(?:вм|ноде|узле|сервере)\\s?№?\\s?[1-4]|"
                    + NODES + ")(?![\\p{L}\\p{N}])");
    private static final Pattern LOOKS = Pattern.compile(
            "(?:(?:now|then|and|let s|let us)\\s+)*(?:check|query|verify|look|see|test|inspect|провер|посмотр)\\p{L}*\\s");
    private static final Pattern FEW =
            Pattern.compile("(?<![\\p{L}\\p{N}-])(?<!from |from the |for |for the |to |to the |of |of the |with )("
                    + NODES + ")(?![\\p{L}\\p{N}-]|\\s+(?:keys?|identity|slots?|conninfo|user|role))");
    private static final Pattern ON_ZH = Pattern.compile(
            "(?:(?:在|到|登录|登陆|登入|进入|進入|连接|連接|切换到|切換到|^)\\s*(?:新的?|原)?(?<zh>主库|主庫|主节点|主節點|主服务器|主伺服器|主机|主機|主端|发布端|发布者"
                    + "|从库|從庫|从节点|從節點|从服务器|從伺服器|从机|從機|备库|備庫|备节点|備節點|备机|備機|备用|备端|订阅端|订阅者)"
                    + "|(?:在|到|登录|登陆|登入|进入|進入|连接|連接|切换到|切換到)\\s*(?<en>" + NODES + ")(?![a-z0-9]))");
    /** A sentence that one of the two begins. */
    private static final Pattern FIRST = Pattern.compile(
            "(?:(?:also|then|now|and|but|here|the)[\\s,]+)*(" + ORDINAL_PLACE + ")\\s+(?!and\\s|or\\s).*",
            Pattern.DOTALL);

    private static final int LONGEST_HEAD = 100;
    /** A line that names what is done to one of the two, as a title does. */
    private static final Pattern HEAD = Pattern.compile(
            "[^\\p{L}\\p{N}]*(?:(?:step|part|phase|stage|section|шаг|этап|часть)\\s*)?(?:[\\d.]*\\d[.:)]*\\s*)?[^\\p{L}\\p{N}]*"
                    + "(?:(?:configur|prepar|creat|install|rebuil|bootstrap|clon|add|attach|join|rejoin|provision|deploy|launch|initiali[sz]|start|build|promot|choos|select|pick|stop|restart|restor|check|verify|test|query|monitor|настр|подготов|созда|провер|запус|остан)\\p{L}*"
                    + "|set(?:ting)?[ -]?up|on|at)(?:\\s+(?:the|an?|our|your|new(?!\\s+(?:primary|master))|most|best|caught-up|up-to-date|(?:old|former|existing|current|chosen|selected|remaining)(?!\\s+(?:primary|master))|on|of|up|in|postgres\\p{L}*|database|db|first|second))*\\s+(?<done>"
                    + NODES
                    + ")(?:\\s+(?:node|server|side|host|machine|instance|database|cluster|vm|setup|configuration|config|сервер\\p{L}*))*\\s*(?:\\([^)]*\\))?(?:\\s+(?:with|using|via|after|by|as|to|into)\\s.*)?\\s*[:.-]*"
                    + "|[^\\p{L}\\p{N}]*(?:(?:step|part|phase|stage|section|шаг|этап|часть)\\s*)?(?:[\\d.]*\\d[.:)]*\\s*)?(?<named>"
                    + NODES
                    + ")(?:\\s+(?:node|server|side|host|machine|instance|database))*\\s+(?:setup|set-up|configuration|config|settings|preparation|steps)\\s*(?:\\([^)]*\\))?\\s*[:.-]*");
    /** Two servers. */
    private static final Pattern PAIR =
            Pattern.compile("(?<![\\p{L}])(?:(?:on|to)\\s+(?:both\\s+)?(?:the\\s+)?|(?:на|в)\\s+)(?<one>" + NODES
                    + ")\\s+(?:and|&|и)\\s+(?:(?:on|to|на|в)\\s+)?(?:the\\s+)?(?<two>" + NODES + ")(?![\\p{L}\\p{N}])");

    private static final Pattern SHORT = Pattern.compile(
            "(?:(?:the|on|at|в|на)\\s+)*(?:\\S+\\s+)??(" + NODES
                    + "|(?<=^.{0,4})[1-4](?:[ -]?|-?(?:ый|ой|ий|ей|ая|й|я)\\s?)(?:vm|вм|сервер|узел|нода|машина|кластер|инстанс)"
                    + ")(?:\\s+(?:node|server|side|host|machine|instance|database|cluster|сервер\\p{L}*))?(?:\\s*\\([^)]*\\))?\\s*[:.-]*");
    /** Stands for both nodes. */
    static final String BOTH = "ab";

    private Hints() {}

    /** {@code a} or {@code b} according to the words of a name; {@code c} for a third server; null for no indication. */
    static @Nullable String nodeOfName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int host = lower.lastIndexOf('@');
        String found = host < 0 ? null : node(lower.substring(host + 1));
        return found == null ? node(lower) : found;
    }

    /** The node that the word for a server names that is nearest to this part of a line, in the same clause; null when none is so near. */
    static @Nullable String nodeNear(String line, int start, int end, int near) {
        int from = 0;
        int to = line.length();
        Matcher clause = CLAUSE.matcher(line);
        while (clause.find()) {
            from = clause.end() <= start ? clause.end() : from;
            to = clause.start() >= end ? Math.min(to, clause.start()) : to;
        }
        Matcher side = SIDE.matcher(line).region(from, to);
        String node = null;
        int nearest = near + 1;
        while (side.find()) {
            int distance = side.start() >= end ? side.start() - end : Math.max(0, start - side.end());
            if (distance < nearest) {
                nearest = distance;
                node = side.group("one") != null || side.group("zhOne") != null ? "a" : "b";
            }
        }
        return node;
    }

    /** The same of a machine or container, which may say it by the number that its name ends with. */
    static @Nullable String nodeOfHost(String name) {
        String node = nodeOfName(name);
        Matcher numbered = HOST.matcher(name);
        if (node != null || !numbered.matches()) {
            return node;
        }
        return numbered.group(1).equals("1") ? "a" : numbered.group(1).equals("2") ? "b" : "c";
    }

    private static @Nullable String node(String text) {
        Matcher matcher = NODE.matcher(text);
        String found = null;
        while (matcher.find()) {
            if (apart(text, matcher.start(), matcher.end())) {
                found = matcher.group("third") != null
                        ? "c"
                        : matcher.group("one") != null || matcher.group("first") != null ? "a" : "b";
            }
        }
        return found;
    }

    /** Whether these letters are a whole word; a number may follow. */
    private static boolean apart(String text, int start, int end) {
        boolean before = start == 0 || !Character.isLetter(text.charAt(start - 1));
        return before && (end == text.length() || !Character.isLetter(text.charAt(end)));
    }

    /**
     * The node of the next commands according to a paragraph or a title, or {@link #BOTH}; the last sentence with an indication
     * counts.
     */
    static @Nullable String nodeOfProse(String prose) {
        String text = prose.toLowerCase(Locale.ROOT).replaceAll("[`*_\"']", " ").strip();
        Matcher alone = SHORT.matcher(text);
        if (alone.matches()) {
            return word(alone.group(1));
        }
        if (BothServers.only(text)) {
            return BOTH;
        }
        String[] sentences = sentences(text);
        for (int i = sentences.length - 1; i >= 0; i--) {
            boolean last = i == sentences.length - 1;
            String node = nodeOfSentence(last ? sentences[i] : sentences[i].replaceAll("(?<!\\p{L})from\\s+", ""));
            if (node != null) {
                return node;
            }
        }
        String head = nodeOfHead(text);
        return head == null ? nodeOfFewWords(text) : head;
    }

    /** Whether a paragraph is nothing but the name of servers, as a title above a list of steps. */
    static boolean onlyPlace(String prose) {
        String text =
                prose.toLowerCase(Locale.ROOT).replaceAll("[`*_\"':]", " ").strip();
        return SHORT.matcher(text).matches()
                || BothServers.only(text)
                || ON_RU.matcher(text).matches();
    }

    /** The server that the last line is about which is like a title. */
    private static @Nullable String nodeOfHead(String text) {
        String node = null;
        for (String line : text.split("\n", -1)) {
            Matcher head = HEAD.matcher(line.strip());
            Matcher to = TO.matcher(line.strip());
            if (line.length() <= LONGEST_HEAD && to.matches()) {
                node = word(to.group("to"));
                continue;
            }
            if (line.length() <= LONGEST_HEAD && head.matches()) {
                node = word(head.group("done") == null ? head.group("named") : head.group("done"));
            }
        }
        return node == null ? WesternHints.nodeOfHead(text) : node;
    }

    /** The only server in a short line that asks to look at it, as in "check the replica again". */
    private static @Nullable String nodeOfFewWords(String text) {
        if (text.split("\\s+").length > 6 || !LOOKS.matcher(text).lookingAt()) {
            return null;
        }
        List<String> nodes = FEW.matcher(text)
                .results()
                .map(found -> String.valueOf(word(found.group(1))))
                .distinct()
                .toList();
        return nodes.size() == 1 && !nodes.get(0).equals("null") ? nodes.get(0) : null;
    }

    private static @Nullable String nodeOfSentence(String sentence) {
        if (BothServers.in(sentence)) {
            return BOTH;
        }
        Matcher pair = PAIR.matcher(sentence);
        if (pair.find()) {
            String one = word(pair.group("one"));
            String two = word(pair.group("two"));
            return "a".equals(one) == "a".equals(two) ? one : BOTH;
        }
        String found = on(sentence);
        Matcher begins = FIRST.matcher(sentence);
        found = found == null && begins.matches() ? begins.group(1) : found;
        found = found == null ? russian(sentence) : found;
        found = found == null ? chinese(sentence) : found;
        return found == null ? WesternHints.node(sentence) : word(found);
    }

    /**
     * The server at which something is done according to a Russian sentence; also the one in which something is, unless there
     * are two.
     */
    private static @Nullable String russian(String sentence) {
        List<MatchResult> found = ON_RU.matcher(sentence).results().toList();
        Optional<MatchResult> on =
                found.stream().filter(place -> !place.group().startsWith("в ")).findFirst();
        long nodes = found.stream()
                .map(place -> String.valueOf(word(place.group(1))))
                .distinct()
                .count();
        return on.isPresent() ? on.get().group(1) : nodes == 1 ? found.get(0).group(1) : null;
    }

    private static @Nullable String chinese(String sentence) {
        Matcher matcher = ON_ZH.matcher(sentence);
        return matcher.find() ? matcher.group("zh") == null ? matcher.group("en") : matcher.group("zh") : null;
    }

    /** The node that a word for a server says. */
    static @Nullable String word(String word) {
        if (word.matches("(?:" + ONE + "|" + TWO + ").*")) {
            return node(word);
        }
        if (word.matches("(?:first|перв|1|мастер|основн|первичн|ведущ|публик|издател|主|发布).*|.*1")) {
            return "a";
        }
        if (word.matches("(?:second|втор|2|реплик|слейв|резервн|подписчик|ведом|нов|从|從|备|備|订阅).*|.*2")) {
            return "b";
        }
        return word.matches("(?:third|fourth|трет|четв|[3-9]).*|.*[3-9]") ? "c" : node(word);
    }

    /** The sentences; a colon at the end of a line also ends one. */
    static String[] sentences(String text) {
        return text.strip().split("(?<=[.!?。！？])\\s+|(?<=[:：])[ \\t]*\n\\s*", -1);
    }

    /** The first server at which something is done; "on standby servers" within a sentence is no place. */
    private static @Nullable String on(String sentence) {
        Matcher on = ON.matcher(sentence);
        while (on.find()) {
            boolean kind = on.start() > 0
                    && !on.group().contains(" the ")
                    && PLURAL.matcher(sentence)
                            .region(on.end(), sentence.length())
                            .lookingAt();
            if (!kind) {
                return on.group(1);
            }
        }
        return null;
    }
}
