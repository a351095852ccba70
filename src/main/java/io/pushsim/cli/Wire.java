package io.pushsim.cli;

import io.pushsim.api.ApiServer;
import io.pushsim.api.access.AccessKeys;
import io.pushsim.api.access.Admission;
import io.pushsim.api.access.Gate;
import io.pushsim.api.access.HostCheck;
import io.pushsim.api.access.ServiceKind;
import io.pushsim.api.admin.AdminAccess;
import io.pushsim.api.admin.AdminParts;
import io.pushsim.api.admin.AdminService;
import io.pushsim.api.admin.Metrics;
import io.pushsim.api.front.S3Front;
import io.pushsim.api.http.BodyBudget;
import io.pushsim.api.http.ConnectionGuard;
import io.pushsim.api.http.Faults;
import io.pushsim.api.http.Gateway;
import io.pushsim.api.http.HostGate;
import io.pushsim.api.http.OtherServices;
import io.pushsim.api.http.ServiceDirectory;
import io.pushsim.api.lambda.CodeLinks;
import io.pushsim.api.lambda.LambdaService;
import io.pushsim.api.logs.LogsService;
import io.pushsim.api.s3.ObjectServer;
import io.pushsim.api.s3.S3Service;
import io.pushsim.api.sqs.SqsService;
import io.pushsim.api.sts.StsService;
import io.pushsim.eventsource.remote.RemoteSettings;
import io.pushsim.journal.CodeStore;
import io.pushsim.journal.Journal;
import io.pushsim.runtime.FunctionCredentials;
import io.pushsim.time.Ids;
import io.pushsim.time.LiveTime;
import io.pushsim.time.Scheduler;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Wires the services of the port together, around a simulator. */
record Wire(
    ServeSettings settings,
    Vertx vertx,
    LiveTime time,
    Scheduler machine,
    BodyBudget bodies,
    Metrics metrics,
    FunctionLogs logs,
    Faults faults,
    FunctionCredentials functions) {

  Future<ApiServer> start(
      Simulator simulator,
      Beginning beginning,
      Journal journal,
      CodeStore code,
      Executor background,
      Optional<S3Behind> s3,
      Optional<EmbeddedObjects> objects) {
    CodeLinks codeLinks = new CodeLinks(machine);
    AtomicInteger port = new AtomicInteger(settings.port());
    Optional<S3Front> front =
        s3.map(behind -> behind.front(vertx, simulator, () -> settings.webhook(port.get())));
    AdminService admin =
        new AdminService(
            new AdminParts(
                VersionText.number(),
                journal.history(),
                caller -> beginning.reset(caller).thenRun(logs::clear),
                simulator.events(),
                settings.sources().nativeEvents(),
                front.<Consumer<String>>map(before -> before::toldOf).orElse(bucket -> {}),
                simulator.explainer(),
                simulator.activity(),
                code,
                codeLinks,
                metrics,
                time,
                time.scale(),
                machine,
                background),
            adminAccess(),
            faults);
    Router own = Router.router(vertx);
    Gateway ownPaths = ownGateway(admin);
    own.route().handler(routed -> ownPaths.handle(routed.request()));
    return ApiServer.start(
            vertx,
            settings.host(),
            settings.port(),
            new HostGate(new HostCheck(settings.host(), settings.access().allowedHosts())),
            own,
            awsGateway(
                simulator,
                codeLinks,
                background,
                front
                    .<ObjectServer>map(before -> before)
                    .or(() -> objects.map(kept -> kept.front(simulator)))
                    .orElse(ObjectServer.NONE)),
            new ConnectionGuard(settings.limits()))
        .onSuccess(server -> port.set(server.port()));
  }

  private AdminAccess adminAccess() {
    return settings
        .access()
        .webhookToken()
        .<AdminAccess>map(token -> exchange -> token.check(exchange.head().forAccess()))
        .orElse(AdminAccess.OPEN);
  }

  private Gateway ownGateway(AdminService admin) {
    return gateway(
        (head, expected) -> Admission.ofNobody(settings.home()),
        new ServiceDirectory(Map.of(), admin));
  }

  private Gateway awsGateway(
      Simulator simulator, CodeLinks codeLinks, Executor background, ObjectServer objects) {
    ServiceDirectory services =
        new ServiceDirectory(
            Map.of(
                "lambda",
                new LambdaService(simulator.operations(), codeLinks, faults),
                "s3",
                new S3Service(simulator.operations(), objects, bucketHosts(), faults),
                "sqs",
                new SqsService(simulator.operations(), faults),
                "logs",
                new LogsService(logs.kept(), background, faults),
                "sts",
                new StsService(faults)),
            new OtherServices(faults));
    return gateway(gate()::admit, services);
  }

  /** An S3 server behind has keys of its own, which pushsim need not know. */
  private Gate gate() {
    Gate gate =
        keys()
            .map(keys -> Gate.guarded(settings.home(), keys, InstantSource.system()))
            .orElseGet(() -> Gate.open(settings.home()))
            .admitting(functions, machine);
    return settings.s3().isPresent() ? gate.verifyingLast(ServiceKind.S3) : gate;
  }

  private Optional<AccessKeys> keys() {
    Optional<RemoteSettings.Keys> own = settings.s3().flatMap(s3 -> s3.server().keys());
    return settings
        .access()
        .keys()
        .map(
            keys ->
                own.map(
                        key ->
                            keys.with(key.accessKey(), key.secretKey(), settings.home().account()))
                    .orElse(keys));
  }

  private Gateway gateway(Gateway.Admitting gate, ServiceDirectory services) {
    return new Gateway(
        vertx, Ids.random(), gate, settings.home(), services, faults, bodies, metrics);
  }

  /** The names that a bucket's may stand before. */
  private Set<String> bucketHosts() {
    Set<String> hosts = new HashSet<>(Set.of("localhost"));
    for (String name : settings.access().allowedHosts()) {
      hosts.add(name.replaceFirst("^\\*?\\.", "").toLowerCase(Locale.ROOT));
    }
    return hosts;
  }
}
