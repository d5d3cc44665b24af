import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreTool;

/** A MongoDB server on 127.0.0.1 that keeps its data in one folder. Arguments: port, folder. SIGTERM ends it in order. */
public final class EmbeddedMongo extends H2Backend {
  private static final Set<String> READS = Set.of("find", "aggregate", "count", "distinct", "getMore");
  // A field, because a channel that nothing refers to is closed, and its lock with it.
  private static FileLock lock;

  private EmbeddedMongo(MVStore store) {
    super(store);
    version(new Version());
  }

  /** Answers a write only after its commit: nothing acknowledged is lost in a kill. */
  @Override
  public Document handleMessage(MongoMessage message) {
    String command = message.getDocument().keySet().iterator().next();
    if (READS.contains(command)) return super.handleMessage(message);
    // One at a time: a commit halfway through another command would store a document without its index.
    synchronized (this) {
      Document answer = super.handleMessage(message);
      getMvStore().commit();
      return answer;
    }
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new Database(name);
  }

  private final class Database extends H2Database {
    Database(String name) {
      super(name, getMvStore(), getCursorRegistry());
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
        String collection, String name, List<IndexKey> keys, boolean sparse) {
      // The name that the library gives it, which drops it by that.
      String map = getDatabaseName() + "." + collection + "._index_" + name;
      return new UniqueIndex(getMvStore().openMap(map), name, keys, sparse);
    }
  }

  /** The library's own version is too old for the driver. */
  private static final class Version implements MongoVersion {
    @Override
    public List<Integer> getVersionArray() {
      return List.of(5, 0, 0);
    }

    @Override
    public int getWireVersion() {
      return 13;
    }
  }

  private static MVStore open(String file) {
    // Every commit makes the file longer, and only a copy makes it short again.
    MVStoreTool.compactCleanUp(file);
    if (Files.exists(Path.of(file))) MVStoreTool.compact(file, false);
    // The store's own commits could come halfway through a command.
    return new MVStore.Builder().fileName(file).autoCommitDisabled().autoCommitBufferSize(0).open();
  }

  public static void main(String[] arguments) throws IOException {
    // The server's own threads would keep a failed start alive.
    Thread.setDefaultUncaughtExceptionHandler((thread, problem) -> {
      problem.printStackTrace();
      System.exit(1);
    });
    int port = Integer.parseInt(arguments[0]);
    Path folder = Path.of(arguments[1]);
    // The store's own lock would leave the file to others while it is compacted.
    lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE).tryLock();
    if (lock == null) {
      // What mongod says, and its exit code, when another process has its folder.
      System.out.println("DBPathInUse: " + folder);
      System.exit(100);
    }
    MongoServer server = new MongoServer(new EmbeddedMongo(open(folder.resolve("data.mv").toString())));
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
    server.bind("127.0.0.1", port);
    System.out.println("Waiting for connections");
  }
}
