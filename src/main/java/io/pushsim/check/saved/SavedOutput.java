package io.pushsim.check.saved;

import io.pushsim.check.input.Gathering;
import io.pushsim.check.input.InputFile;
import io.pushsim.check.input.InputForm;
import io.pushsim.check.input.Nodes;
import io.pushsim.check.setup.Text;
import io.pushsim.document.MappingNode;
import io.pushsim.document.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the AWS CLI answered, as people save it: {@code aws … > file}, in JSON or YAML, one answer a
 * file or several. Answers that do not say whose they are get it from an index or from their file's
 * name, held against the names in the other answers; so all are read together.
 */
public final class SavedOutput implements InputForm {

  @Override
  public boolean recognises(Node root) {
    return Answer.of(root).isPresent();
  }

  @Override
  public void read(InputFile file, Gathering gathering) {
    readAll(List.of(file), gathering);
  }

  @Override
  public void readAll(List<InputFile> files, Gathering gathering) {
    List<Saved> answers = new ArrayList<>();
    for (InputFile file : files) {
      Optional<MappingNode> root = Nodes.mapping(file.root());
      Answer.of(file.root())
          .ifPresent(
              answer -> root.ifPresent(found -> answers.add(new Saved(file, found, answer))));
    }
    new Reading(gathering).read(answers);
  }

  /** One reading of all answers. */
  private static final class Reading {
    private final Gathering gathering;
    private final Names names = new Names();
    private final Index index;
    private final Surroundings surroundings;
    private final FunctionAnswers functions;
    private final PolicyAnswers policies;
    private final BucketAnswers buckets;
    private final NotificationAnswers notifications;
    private final Owners owners;
    private final Map<String, Saved> configured = new HashMap<>();

    Reading(Gathering gathering) {
      this.gathering = gathering;
      this.index = new Index(gathering);
      this.surroundings = new Surroundings(gathering);
      this.functions = new FunctionAnswers(gathering, names);
      this.policies = new PolicyAnswers(gathering, names, index, surroundings);
      this.buckets = new BucketAnswers(gathering, index, surroundings);
      this.notifications = new NotificationAnswers(gathering);
      this.owners = new Owners(index, names);
    }

    void read(List<Saved> answers) {
      answers.forEach(this::readWhatNamesItself);
      index
          .buckets()
          .forEach(
              (name, bucket) -> {
                names.addBucket(name);
                buckets.see(name, bucket.file(), Saved.origin(bucket.node()));
              });
      answers.forEach(this::readWhatDoesNot);
      policies.declare();
      buckets.declare();
    }

    private void readWhatNamesItself(Saved saved) {
      MappingNode root = saved.root();
      switch (saved.answer()) {
        case INDEX -> index.read(saved, surroundings);
        case IDENTITY ->
            Nodes.text(root, "Account").ifPresent(account -> surroundings.account(saved, account));
        case POLICY, POLICY_DOCUMENT, STATEMENT -> policies.read(saved);
        case ALIASES, ALIAS, VERSIONS, FUNCTIONS, FUNCTION, CONFIGURATION -> functions.read(saved);
        case BUCKETS -> buckets.readList(saved, names);
        case PUT_NOTIFICATIONS ->
            Nodes.mapping(root, "NotificationConfiguration")
                .ifPresent(
                    configuration ->
                        configure(saved, configuration, Nodes.text(root, "Bucket").orElse("")));
        case NOTIFICATIONS -> NotificationAnswers.targets(root).forEach(names::addFunction);
        default -> {}
      }
    }

    private void readWhatDoesNot(Saved saved) {
      switch (saved.answer()) {
        case NOTIFICATIONS, OLD_NOTIFICATIONS ->
            ofBucket(saved, "get-bucket-notification-configuration")
                .ifPresent(bucket -> configure(saved, saved.root(), bucket));
        case LOCATION ->
            ofBucket(saved, "get-bucket-location")
                .ifPresent(bucket -> buckets.readLocation(saved, bucket));
        case NOTHING -> readNothing(saved);
        default -> {}
      }
    }

    private Optional<String> ofBucket(Saved saved, String command) {
      Set<String> candidates = owners.bucketsOf(saved);
      if (candidates.size() != 1) {
        gathering.problem(saved.problem(Owners.askForBucket(saved, command, candidates)));
        return Optional.empty();
      }
      return Optional.of(candidates.iterator().next());
    }

    private void configure(Saved saved, MappingNode configuration, String bucket) {
      names.addBucket(bucket);
      buckets.see(bucket, saved.path(), saved.origin());
      Saved other = configured.putIfAbsent(bucket, saved);
      if (other != null && other.path().equals(saved.path())) {
        gathering.problem(
            saved.problem(
                "a second notification configuration of %s in one file: give each bucket's a file of its own"
                    .formatted(bucket)));
        return;
      }
      notifications.read(configuration, bucket);
    }

    // A bucket without a configuration is answered with nothing; so is a command that failed.
    private void readNothing(Saved saved) {
      Set<String> candidates = owners.bucketsOf(saved);
      if (candidates.size() == 1) {
        String bucket = candidates.iterator().next();
        buckets.see(bucket, saved.path(), saved.origin());
        gathering.setUp().addConfigured(Text.of(bucket));
      } else if (!saved.file().name().toLowerCase(Locale.ROOT).contains("notification")) {
        if (saved.file().given() || index.ownerOf(saved.path()).isPresent()) {
          gathering.problem(
              saved.problem(
                  "is empty, as a file is after a command that failed: run it again, with 2>&1 where what it says is to be kept"));
        } else {
          gathering.passOver(saved.file().name());
        }
      }
    }
  }
}
