package studio.timbre.weights;

import java.net.URI;
import java.net.URISyntaxException;
import studio.timbre.model.PrivateAddress;
import studio.timbre.model.UserFacingException;

/** The address of a hub, and the addresses under it. Plain http is taken for this computer itself only. */
final class HubEndpoint {

  private final String address;

  private HubEndpoint(String address) {
    this.address = address;
  }

  static HubEndpoint of(String address) throws UserFacingException {
    String trimmed = address.strip().replaceAll("/+$", "");
    try {
      if (PrivateAddress.is(new URI(trimmed))) {
        return new HubEndpoint(trimmed);
      }
    } catch (URISyntaxException e) {
      // Refused below.
    }
    throw HubProblems.address(address);
  }

  /** Where the hub describes a model with the sizes of its files. */
  URI description(String repository) {
    return URI.create(address + "/api/models/" + repository + "?blobs=true");
  }

  URI file(String repository, String revision, String file) {
    return URI.create(address + "/" + repository + "/resolve/" + revision + "/" + file);
  }

  String address() {
    return address;
  }
}
