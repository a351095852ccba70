@echo off
rem Starts pushsim with the Java of JAVA_HOME, or else the java on PATH. Java 17 or newer is needed.
rem Unlike the POSIX launcher it keeps no class-data archive, and has no JavaScript compiled.
setlocal
if defined JAVA_HOME (
  set "PUSHSIM_JAVA=%JAVA_HOME%\bin\java.exe"
) else (
  set "PUSHSIM_JAVA=java.exe"
)
if defined JAVA_HOME if not exist "%PUSHSIM_JAVA%" (
  echo pushsim: JAVA_HOME is %JAVA_HOME%, but there is no %PUSHSIM_JAVA%; set it to a Java 17 or newer 1>&2
  exit /b 3
)
set "PUSHSIM_FLAGS=-XX:TieredStopAtLevel=1 -Xmx512m"
if "%~1"=="serve" set "PUSHSIM_FLAGS="
if "%~1"=="load" set "PUSHSIM_FLAGS="
"%PUSHSIM_JAVA%" -XX:+UseSerialGC %PUSHSIM_FLAGS% %PUSHSIM_JAVA_OPTS% -jar "%~dp0..\pushsim.jar" %*
exit /b %ERRORLEVEL%
