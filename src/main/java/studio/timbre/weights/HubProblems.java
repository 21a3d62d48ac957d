package studio.timbre.weights;

import java.net.URI;
import studio.timbre.model.UserFacingException;

/** The sentences for a hub that does not give what is wanted. */
final class HubProblems {

  private HubProblems() {}

  static UserFacingException address(String address) {
    return new UserFacingException(
        "error.hub.address",
        "\""
            + address
            + "\" cannot be used as the address of a model hub. It must begin with https://. Change it in the settings.",
        address);
  }

  static UserFacingException name(String name) {
    return new UserFacingException(
        "error.hub.name",
        "\""
            + name
            + "\" is not the name of a model on the hub. Names look like owner/model. Check the spelling.",
        name);
  }

  static UserFacingException unreachable(URI uri, String reason) {
    return new UserFacingException(
        "error.hub.unreachable",
        uri.getHost()
            + " cannot be reached. Check the connection and the hub's address in the settings, then try again. Detail: "
            + reason,
        uri.getHost(),
        reason);
  }

  static UserFacingException status(URI uri, int status) {
    String host = uri.getHost();
    String file = uri.getPath();
    String code = Integer.toString(status);
    return switch (status) {
      case 401, 403 ->
          new UserFacingException(
              "error.hub.denied",
              host
                  + " does not give out "
                  + file
                  + " to everybody. Accept the model's licence in the browser and download it there, then add its folder;"
                  + " or choose another model. (HTTP "
                  + code
                  + ")",
              host,
              file,
              code);
      case 404, 410 ->
          new UserFacingException(
              "error.hub.missing",
              host + " has no " + file + ". Check the model's name. (HTTP " + code + ")",
              host,
              file,
              code);
      case 429 ->
          new UserFacingException(
              "error.hub.busy",
              host
                  + " asks for patience: too many downloads at the moment. Start it again in some minutes; it goes on where it"
                  + " stopped.",
              host);
      default ->
          new UserFacingException(
              "error.hub.server",
              host
                  + " has a problem of its own (HTTP "
                  + code
                  + "). Start the download again later; it goes on where it stopped.",
              host,
              code);
    };
  }

  /** The connection ended, or stood still, before all had come. */
  static UserFacingException cut(String file, long received, long expected) {
    return new UserFacingException(
        "error.hub.cut",
        "The connection broke while "
            + file
            + " was coming in ("
            + received
            + " of "
            + (expected < 0 ? "?" : Long.toString(expected))
            + " bytes). Nothing is lost: start the download again and it goes on there.",
        file,
        Long.toString(received),
        expected < 0 ? "?" : Long.toString(expected));
  }

  static UserFacingException redirected(URI from, String to) {
    return new UserFacingException(
        "error.hub.redirected",
        from.getHost()
            + " sends the download on to an address that is not safe ("
            + to
            + "), so it was stopped. Check the hub's address in the settings.",
        from.getHost(),
        to);
  }

  static UserFacingException description(URI uri, String detail) {
    return new UserFacingException(
        "error.hub.description",
        uri.getHost()
            + " does not answer like a model hub. Check its address in the settings. Detail: "
            + detail,
        uri.getHost(),
        detail);
  }

  static UserFacingException noModel(String repository) {
    return new UserFacingException(
        "error.hub.noModel",
        repository
            + " holds neither safetensors nor a GGUF file, so there is nothing to train. Choose another model.",
        repository);
  }
}
