package dev.pgduo.table;

import java.util.Locale;

/**
 * How the bytes of a client encoding make characters, and how many columns those take (psql 15: {@code PQmblen} and
 * {@code PQdsplen}). Encodings whose characters are as long and as wide as each other share one of these.
 */
public enum TextEncoding {
    UTF8 {
        @Override
        int length(byte[] text, int at) {
            return Utf8.length(text[at]);
        }

        @Override
        int wide(byte[] text, int at) {
            return DisplayWidth.of(Utf8.codePoint(text, at));
        }

        @Override
        byte[] validated(byte[] text) {
            return Utf8.validated(text);
        }
    },
    /** ISO 8859, Windows and KOI8 code pages, and no encoding at all. */
    SINGLE_BYTE {
        @Override
        int length(byte[] text, int at) {
            return 1;
        }

        @Override
        int wide(byte[] text, int at) {
            return 1;
        }
    },
    EUC_JP {
        @Override
        int length(byte[] text, int at) {
            return text[at] == SINGLE_SHIFT_3 ? 3 : 2;
        }

        @Override
        int wide(byte[] text, int at) {
            return text[at] == SINGLE_SHIFT_2 ? 1 : 2;
        }
    },
    EUC_KR {
        @Override
        int length(byte[] text, int at) {
            return text[at] == SINGLE_SHIFT_3 ? 3 : 2;
        }
    },
    EUC_TW {
        @Override
        int length(byte[] text, int at) {
            return text[at] == SINGLE_SHIFT_2 ? 4 : EUC_KR.length(text, at);
        }
    },
    SJIS {
        @Override
        int length(byte[] text, int at) {
            return halfWidth(text[at]) ? 1 : 2;
        }

        @Override
        int wide(byte[] text, int at) {
            return length(text, at);
        }

        private boolean halfWidth(byte first) {
            int octet = first & 0xff;
            return octet >= 0xa1 && octet <= 0xdf;
        }
    },
    /** EUC_CN, BIG5, GBK and UHC. */
    DOUBLE_BYTE,
    GB18030 {
        @Override
        int length(byte[] text, int at) {
            boolean four = at + 1 < text.length && text[at + 1] >= '0' && text[at + 1] <= '9';
            return four ? 4 : 2;
        }
    };

    private static final byte SINGLE_SHIFT_2 = (byte) 0x8e;
    private static final byte SINGLE_SHIFT_3 = (byte) 0x8f;

    /** The constant for a {@code client_encoding}, as the server reports it. */
    public static TextEncoding named(String clientEncoding) {
        return switch (clientEncoding.toUpperCase(Locale.ROOT)) {
            case "UTF8", "UNICODE" -> UTF8;
            case "EUC_JP", "EUC_JIS_2004" -> EUC_JP;
            case "EUC_KR", "JOHAB" -> EUC_KR;
            case "EUC_TW" -> EUC_TW;
            case "SJIS", "SHIFT_JIS_2004" -> SJIS;
            case "EUC_CN", "BIG5", "GBK", "UHC" -> DOUBLE_BYTE;
            case "GB18030" -> GB18030;
            default -> SINGLE_BYTE;
        };
    }

    /** How many bytes the character at {@code at} has, whose first byte is not ASCII. */
    int length(byte[] text, int at) {
        return 2;
    }

    /** How many columns such a character takes; -1 for a control character. */
    int wide(byte[] text, int at) {
        return 2;
    }

    /** The text without what psql drops before it prints a cell. */
    byte[] validated(byte[] text) {
        return text;
    }

    /** How many bytes the character at {@code at} has. */
    final int characterLength(byte[] text, int at) {
        return text[at] >= 0 ? 1 : length(text, at);
    }

    /** How many columns the character at {@code at} takes; -1 for a control character. */
    final int characterWidth(byte[] text, int at) {
        return text[at] >= 0 ? DisplayWidth.of(text[at]) : wide(text, at);
    }

    /** A text of pgduo's own, or one that {@link ByteText} made, as bytes that may be printed. */
    final byte[] bytes(String text) {
        return validated(ByteText.encode(text));
    }
}
