-- Notifications as MinIO sends them, each of a request of its own.
local file = assert(io.open("src/test/resources/minio-events/01-put.json"))
local before, after = file:read("*a"):match("^(.*)18EA89DBFA75C975(.*)$")
file:close()
local run = tonumber(os.getenv("PUSHSIM_RUN") or "0")
local number = 0

wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"

function request()
  number = number + 1
  return wrk.format(nil, nil, nil, before .. string.format("%04X%012X", run, number) .. after)
end
