package dev.pgduo.transcript.foreign;

import java.util.List;
import java.util.regex.Pattern;

/** What a text says when a command is for both servers, or for all of them. */
final class BothServers {
    private static final String PLACES =
            "(?:nodes?|servers?|hosts?|machines?|instances?|clusters?|vms?|sides|ends|boxes|computers?|peers?)";
    private static final String BETWEEN =
            "(?:\\s+(?:of|the|our|your|these|those|two|three|four|postgres\\p{L}*|database|db|master|primary))*\\s+";
    private static final String NEED =
            "\\s+(?:needs?|requires?|must|should|ha(?:ve|s)\\s+to|gets?|wants?|(?:is|are)\\s+to)(?!\\p{L})";
    private static final String NOT = "(?![\\p{L}\\p{N}])";

    private static final List<Pattern> IN_A_SENTENCE = List.of(
            Pattern.compile(
                    "(?<!\\p{L})(?:on|in|at|to|from)\\s+(?:both|all|each|every|the\\s+two)" + BETWEEN + PLACES + NOT),
            Pattern.compile("(?<!\\p{L})(?:on|in|at)\\s+(?:both|each|all)(?:\\s+(?:of\\s+them|one))?\\s*(?=[:,.)]|$)"),
            Pattern.compile("\\((?:both|all)" + BETWEEN + PLACES + "\\)"),
            Pattern.compile("(?<!\\p{L})(?:both|all|each|every)" + BETWEEN + PLACES + NEED),
            Pattern.compile("(?<!\\p{L})(?:for|and)?\\s*(?:each|every\\s+one|both|all)\\s+of\\s+(?:the|these|our|your)"
                    + "(?:\\s+(?:two|three|four|postgres\\p{L}*|database))*\\s+" + PLACES + "\\s*(?=[:,]|$)"),
            Pattern.compile(
                    "(?<!\\p{L})(?:на|в)\\s+(?:обо?их|обеих|всех|кажд\\p{L}+|двух|тр[её]х|[2-4](?:-?х|(?=\\s+\\p{L}+ах(?!\\p{L}))))"
                            + "(?:\\s+(?:двух|тр[её]х|[2-4]-?х|наших|из))*\\s+(?:сервер|узл|узел|нод|вм|vm|машин|кластер|хост|инстанс|экземпляр)\\p{L}*"
                            + NOT),
            Pattern.compile(
                    "(?<!\\p{L})(?:оба|обе|все|кажд\\p{L}+)\\s+(?:два\\s+|две\\s+|три\\s+)?(?:сервер|узл|узел|нод|вм|машин|кластер|инстанс|экземпляр)\\p{L}*"
                            + "\\s+(?:долж|нужд|требу|нужно|надо)\\p{L}*"),
            Pattern.compile(
                    "(?<!\\p{L})(?:sur|dans)\\s+(?:(?:l\\s?ensemble\\s+des|chacune?\\s+(?:des|de\\s+nos)|tous|toutes|les|nos|vos|chaque)\\s+)+"
                            + "(?:2\\s+|3\\s+|deux\\s+|trois\\s+)?(?:serveurs?|nœuds?|noeuds?|machines?|instances?|h[oô]tes?)(?!\\p{L})"),
            Pattern.compile("(?<!\\p{L})(?:auf|in)\\s+(?:(?:den|allen|beiden|jedem|jeder|der|2|3|zwei|drei)\\s+)+"
                    + "(?:servern?|knoten|maschinen?|instanz(?:en)?|rechnern?|nodes?|hosts?)(?!\\p{L})"),
            Pattern.compile("(?<!\\p{L})en\\s+(?:(?:amb[oa]s|tod[oa]s|l[oa]s|cada|un[oa]|de|2|3|dos|tres)\\s+)+"
                    + "(?:servidor(?:es)?|nodos?|máquinas?|instancias?|equipos?)(?!\\p{L})"),
            Pattern.compile(
                    "(?<!\\p{L})(?:su|sui)\\s+(?:(?:entramb[ie]|tutt[ie]|i|gli|le|due|tre|ogni|ciascun[oa]?)\\s+)+"
                            + "(?:server|nod[io]|macchin[ae]|istanz[ae])(?!\\p{L})"),
            Pattern.compile("在?(?:两|兩|所有|每|全部|各)[个個台臺]?(?:的)?(?:服务器|伺服器|節點|节点|机器|機器|主机|主機|实例)(?:上|都)"));

    private static final List<Pattern> EVERYWHERE = List.of(
            Pattern.compile("(?<!\\p{L})(?:everywhere|везде|всюду|partout|überall)(?!\\p{L})"),
            Pattern.compile(
                    "(?<!\\p{L})(?:restart|reload|перезапус|перезагр|перегр|рестарт)\\p{L}*\\s+(?:the\\s+|our\\s+)?"
                            + "(?:postgres\\p{L}*\\s+|database\\s+)?(?:nodes|servers|instances|серверы|сервера|инстансы|экземпляры|ноды|узлы)(?!\\p{L})"));

    /** Where a singular stands in these, it is one server: "on the server", "sur la machine". */
    private static final Pattern SEVERAL = Pattern.compile(
            "(?s).*(?<!\\p{L})(?:both|all|each|every|two|об\\p{L}{1,3}|все\\p{L}?|кажд\\p{L}+|двух|тр[её]х|[2-4]|deux|trois|tous|toutes|chaque|chacune?|ensemble"
                    + "|allen|beiden|jedem|jeder|zwei|drei|amb[oa]s|tod[oa]s|cada|dos|tres|entramb[ie]|tutt[ie]|ogni|ciascun[oa]?|due|tre)(?!\\p{L}).*|.*[两兩所每全各].*");

    /** A line that is nothing else. */
    private static final Pattern ALONE = Pattern.compile(
            "(?:on\\s+)?both\\s*[:.-]*|на\\s+(?:обоих|обеих)\\s*[:.-]*|(?:\\p{L}+\\s+){0,2}(?:both|all|all the|все|оба|обе)\\s+(?:nodes|servers|hosts|machines|instances|вм|vm|серверы?|сервера|узлы|узла|ноды|машины|кластеры)\\s*[:.-]*");

    private BothServers() {}

    /** Whether a sentence in small letters speaks of both. */
    static boolean in(String sentence) {
        return EVERYWHERE.stream().anyMatch(pattern -> pattern.matcher(sentence).find())
                || IN_A_SENTENCE.stream()
                        .anyMatch(pattern -> pattern.matcher(sentence)
                                .results()
                                .anyMatch(
                                        found -> SEVERAL.matcher(found.group()).matches()));
    }

    /** Whether a line in small letters says this and nothing more, as a title does. */
    static boolean only(String line) {
        return ALONE.matcher(line).matches()
                || IN_A_SENTENCE.stream()
                        .anyMatch(pattern -> pattern.matcher(line).matches()
                                && SEVERAL.matcher(line).matches());
    }
}
