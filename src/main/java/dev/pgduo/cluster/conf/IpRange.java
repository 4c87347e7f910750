package dev.pgduo.cluster.conf;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The addresses that are equal to one in the bits of a mask; also an interface's address with its network's mask.
 *
 * @param address an address of the same family as the mask
 * @param mask the relevant bits are set
 */
public record IpRange(IpAddress address, IpAddress mask) {
    private static final Pattern ONES = Pattern.compile("[ \\t]*\\+?[0-9]{1,4}");

    public IpRange {
        if (address.bits() != mask.bits()) {
            throw new IllegalArgumentException("IP address and mask do not match");
        }
    }

    /** The range with this number of relevant leading bits; empty when the number is too large. */
    static Optional<IpRange> of(IpAddress address, String ones) {
        return Optional.of(ones)
                .filter(text -> ONES.matcher(text).matches())
                .map(text -> Integer.parseInt(text.strip()))
                .filter(n -> n <= address.bits())
                .map(n -> new IpRange(address, address.mask(n)));
    }

    /** Whether an address is in the range; one of the other family never is. */
    public boolean contains(IpAddress other) {
        if (other.bits() != address.bits()) {
            return false;
        }
        for (int i = 0; i < mask.bytes().size(); i++) {
            if (((other.bytes().get(i) ^ address.bytes().get(i)) & mask.bytes().get(i)) != 0) {
                return false;
            }
        }
        return true;
    }

    /** This machine's addresses with their networks' masks, for samehost and samenet. */
    public static List<IpRange> ofThisMachine() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(i -> i.getInterfaceAddresses().stream())
                    .map(IpRange::of)
                    .toList();
        } catch (SocketException e) {
            throw new LabException(ErrorReport.error("could not list the network interfaces: " + e.getMessage()), e);
        }
    }

    private static IpRange of(InterfaceAddress own) {
        IpAddress address = IpAddress.of(own.getAddress());
        return new IpRange(address, address.mask(own.getNetworkPrefixLength()));
    }

    /** The address and its mask in the form of pg_hba.conf. */
    @Override
    public String toString() {
        return address + " " + mask;
    }
}
