package dev.pgduo.cluster.conf;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A numeric address of 4 or 16 bytes. As in the server, an IPv4-mapped IPv6 address is an IPv6 address.
 *
 * @param bytes each 0 to 255, most significant first
 */
public record IpAddress(List<Integer> bytes) {
    private static final Pattern V4_PART = Pattern.compile("0[xX][0-9a-fA-F]{1,8}|0[0-7]{0,11}|[1-9][0-9]{0,9}");

    public IpAddress {
        bytes = List.copyOf(bytes);
    }

    /** Parses the forms that getaddrinfo accepts without a name server, including 127.1; a zone after a % is ignored. */
    public static Optional<IpAddress> parse(String text) {
        String plain = text.contains(":") ? text.replaceFirst("%[^%]+$", "") : text;
        Optional<List<Integer>> bytes = plain.contains(":") ? Ipv6.parse(plain) : v4(plain);
        return bytes.map(IpAddress::new);
    }

    static IpAddress of(InetAddress address) {
        List<Integer> bytes = new ArrayList<>();
        for (byte b : address.getAddress()) {
            bytes.add(b & 0xff);
        }
        return new IpAddress(bytes);
    }

    int bits() {
        return bytes.size() * 8;
    }

    /** The mask of this address's family with this many leading ones. */
    IpAddress mask(int ones) {
        List<Integer> mask = new ArrayList<>();
        for (int i = 0; i < bytes.size(); i++) {
            int set = Math.min(8, Math.max(0, ones - i * 8));
            mask.add(0xff00 >> set & 0xff);
        }
        return new IpAddress(mask);
    }

    /** The text as getnameinfo formats it. */
    @Override
    public String toString() {
        return bytes.size() == 4 ? v4Text() : Ipv6.text(bytes);
    }

    private String v4Text() {
        return bytes.get(0) + "." + bytes.get(1) + "." + bytes.get(2) + "." + bytes.get(3);
    }

    private static Optional<List<Integer>> v4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length > 4) {
            return Optional.empty();
        }
        long value = 0;
        for (int i = 0; i < parts.length; i++) {
            int room = i < parts.length - 1 ? 1 : 5 - parts.length;
            if (!V4_PART.matcher(parts[i]).matches() || Long.decode(parts[i]) >= 1L << (8 * room)) {
                return Optional.empty();
            }
            value = (value << (8 * room)) | Long.decode(parts[i]);
        }
        return Optional.of(List.of(
                (int) (value >> 24 & 255), (int) (value >> 16 & 255), (int) (value >> 8 & 255), (int) (value & 255)));
    }
}
